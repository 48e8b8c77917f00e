// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "lib/base/mutex.h"
#include "services/registry/feed/feed.h"
#include "services/registry/feed/watch_sink.h"
#include "tests/conformance/delivered_message.h"

namespace compendium::tests {

// The end of a watch in a test: keeps what it was sent. It takes one message
// and then no other until Continue, as slow as the test wants. Thread-safe.
class RecordingSink final : public registry::WatchSink {
 public:
  // Adds a new sink for `call` to the feed.
  static absl::StatusOr<std::shared_ptr<RecordingSink>> Watch(
      registry::Feed& feed, const registry::WatchCall& call);

  void Send(std::shared_ptr<const std::string> message) override;
  void End(absl::Status status) override;

  // Says that the message which was sent last has gone; false when none is on
  // its way.
  bool Continue(registry::Feed& feed);

  // What was delivered so far: every message that has gone.
  DeliveredStream stream() const;

  // The message that is on its way; null when there is none.
  std::shared_ptr<const std::string> in_flight() const;

  // Why the watch ended; OK while it has not.
  absl::Status status() const;

 private:
  mutable base::Mutex mu_;
  std::shared_ptr<const std::string> in_flight_ ABSL_GUARDED_BY(mu_);
  DeliveredStream stream_ ABSL_GUARDED_BY(mu_);
  absl::Status status_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::tests
