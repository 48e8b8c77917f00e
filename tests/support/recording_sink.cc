// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recording_sink.h"

#include <utility>

#include "lib/base/status_macros.h"

namespace compendium::tests {

absl::StatusOr<std::shared_ptr<RecordingSink>> RecordingSink::Watch(
    registry::Feed& feed, const registry::WatchCall& call) {
  auto sink = std::make_shared<RecordingSink>();
  {
    base::MutexLock lock(sink->mu_);
    sink->stream_.after_revision = call.after_revision;
    sink->stream_.name_prefixes = call.name_prefixes;
  }
  RETURN_IF_ERROR(feed.Add(call, sink));
  return sink;
}

void RecordingSink::Send(std::shared_ptr<const std::string> message) {
  base::MutexLock lock(mu_);
  if (!status_.ok()) return;
  CHECK(in_flight_ == nullptr);  // one message at a time
  in_flight_ = std::move(message);
}

void RecordingSink::End(absl::Status status) {
  base::MutexLock lock(mu_);
  if (status_.ok()) status_ = std::move(status);
}

bool RecordingSink::Continue(registry::Feed& feed) {
  {
    base::MutexLock lock(mu_);
    if (in_flight_ == nullptr) return false;
    auto message = DecodeWatchResponse(*in_flight_);
    CHECK(message.ok());
    stream_.messages.push_back(*std::move(message));
    in_flight_ = nullptr;
  }
  feed.Ready(*this);
  return true;
}

DeliveredStream RecordingSink::stream() const {
  base::MutexLock lock(mu_);
  return stream_;
}

std::shared_ptr<const std::string> RecordingSink::in_flight() const {
  base::MutexLock lock(mu_);
  return in_flight_;
}

absl::Status RecordingSink::status() const {
  base::MutexLock lock(mu_);
  return status_;
}

}  // namespace compendium::tests
