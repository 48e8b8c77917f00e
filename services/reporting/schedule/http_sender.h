// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/base/clock.h"
#include "services/reporting/schedule/delivery_sender.h"

namespace compendium::reporting {

// "host" or "host:port" of an http: or https: address, as the operator's list
// has it: the port only when the address names one. INVALID_ARGUMENT for other
// addresses, and for one with a name or password in it.
absl::StatusOr<std::string> HostOf(absl::string_view url);

// Posts each file of a report, signed as HttpTarget says. The receiver has one
// when it answers 2xx within kDeliveryTime; redirections are not followed. Only
// to hosts of the list, which keeps a schedule from asking servers that only
// the worker can reach.
class HttpSender final : public DeliverySender {
 public:
  struct Options {
    std::vector<std::string> hosts;  // as HostOf returns them; may be empty
    std::string key;                 // from ParseWebhookKey; may be empty
  };

  // `clock` must outlive the sender.
  HttpSender(Options options, const base::Clock& clock);

  absl::Status Send(const v1::Delivery& delivery,
                    const DeliveredReport& report) override;

 private:
  absl::Status Post(const std::string& url, absl::string_view id,
                    const v1::ReportFile& file, absl::string_view body) const;

  const Options options_;
  const base::Clock& clock_;
};

}  // namespace compendium::reporting
