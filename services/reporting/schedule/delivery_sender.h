// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "compendium/reporting/v1/archived_report.pb.h"
#include "compendium/reporting/v1/delivery.pb.h"

namespace compendium::reporting {

// A report with the bytes of its files, in their order.
struct DeliveredReport {
  v1::Report report;
  std::vector<std::string> files;
};

// Brings reports to one kind of target. Bringing the same again must leave what
// bringing it once leaves, or let the receiver see that it is the same.
class DeliverySender {
 public:
  virtual ~DeliverySender() = default;

  // OK once the target has all files. PERMISSION_DENIED when the operator does
  // not let reports go there; other errors may pass.
  virtual absl::Status Send(const v1::Delivery& delivery,
                            const DeliveredReport& report) = 0;
};

}  // namespace compendium::reporting
