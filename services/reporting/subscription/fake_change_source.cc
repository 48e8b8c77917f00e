// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/fake_change_source.h"

#include <utility>

namespace compendium::reporting {

absl::StatusOr<FeedStart> FakeChangeSource::Open(int64_t after_revision) {
  base::MutexLock lock(mu_);
  ++open_count_;
  wake_.NotifyAll();
  if (cancelled_) return absl::CancelledError("cancelled");
  position_ = static_cast<size_t>(after_revision);
  return FeedStart{"store", static_cast<int64_t>(changes_.size())};
}

absl::StatusOr<FeedEvent> FakeChangeSource::Next() {
  base::MutexLock lock(mu_);
  while (!cancelled_ && break_after_ != 0 && injected_.empty() &&
         position_ >= changes_.size())
    wake_.Wait(mu_);
  if (cancelled_) return absl::CancelledError("cancelled");
  if (break_after_ == 0) {
    break_after_ = -1;
    return absl::UnavailableError("broken by the test");
  }
  if (break_after_ > 0) --break_after_;
  FeedEvent event;
  if (!injected_.empty()) {
    event = std::move(injected_.front());
    injected_.erase(injected_.begin());
  } else {
    event.change = changes_[position_++];
  }
  return event;
}

void FakeChangeSource::Cancel() {
  base::MutexLock lock(mu_);
  cancelled_ = true;
  wake_.NotifyAll();
}

void FakeChangeSource::Append(registry::v1::Change change) {
  base::MutexLock lock(mu_);
  changes_.push_back(std::move(change));
  wake_.NotifyAll();
}

void FakeChangeSource::BreakAfter(int event_count) {
  base::MutexLock lock(mu_);
  break_after_ = event_count;
  wake_.NotifyAll();
}

void FakeChangeSource::Inject(FeedEvent event) {
  base::MutexLock lock(mu_);
  injected_.push_back(std::move(event));
  wake_.NotifyAll();
}

void FakeChangeSource::WaitForOpens(int count) {
  base::MutexLock lock(mu_);
  while (open_count_ < count) wake_.Wait(mu_);
}

}  // namespace compendium::reporting
