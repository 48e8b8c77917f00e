// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/publisher.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/try_later.h"

namespace compendium::reporting {
namespace {

// One wait for nothing to do; a deadline may be further away than clocks count.
constexpr absl::Duration kLongestWait = absl::Hours(1);

absl::Status NotReachedError(int64_t wanted, int64_t applied) {
  return TryLater("REVISION_NOT_REACHED",
                  absl::StrCat("min_revision: got ", wanted, ", want at most ",
                               applied, ", the revision applied so far"));
}

}  // namespace

Publisher::Publisher(SnapshotLink first, base::Clock& clock)
    : clock_(clock), current_(std::move(first)) {}

Publisher::~Publisher() { Stop(); }

void Publisher::Start() {
  CHECK(!thread_.joinable());
  thread_ = std::thread([this] { Run(); });
}

void Publisher::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  wake_.NotifyAll();
  if (thread_.joinable()) thread_.join();
}

SnapshotLink Publisher::current() const {
  base::MutexLock lock(mu_);
  return current_;
}

void Publisher::Publish(SnapshotLink snapshot) {
  kept_.Offer(snapshot);
  bool someone_waits = false;
  {
    base::MutexLock lock(mu_);
    CHECK(snapshot->revision >= current_->revision);
    std::swap(current_, snapshot);
    someone_waits =
        !waiters_.empty() && waiters_.begin()->first <= current_->revision;
  }
  if (someone_waits) wake_.NotifyAll();
  // The old snapshot ends here, outside the lock.
}

Publisher::Ticket Publisher::Await(int64_t min_revision, absl::Time deadline,
                                   Callback done) {
  absl::StatusOr<SnapshotLink> answer;
  Ticket ticket = 0;
  {
    base::MutexLock lock(mu_);
    ticket = ++last_ticket_;
    if (current_->revision >= min_revision) {
      answer = current_;
    } else if (stopping_) {
      answer = StoppingError();
    } else if (waiters_.size() >= kWaitersMax) {
      answer = ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "TOO_MANY_WAITERS",
          absl::StrCat("min_revision: got one more request that waits, want ",
                       kWaitersMax, " at most"));
    } else {
      // Exchanged, as what was moved from must not be named below.
      waiters_.emplace(min_revision,
                       Waiter{ticket, deadline, std::exchange(done, nullptr)});
      answer = nullptr;
    }
  }
  if (answer.ok() && *answer == nullptr) {
    wake_.NotifyAll();
  } else {
    done(std::move(answer));
  }
  return ticket;
}

bool Publisher::Forget(Ticket ticket) {
  Waiters forgotten;  // ends after the lock, with what its callback holds
  base::MutexLock lock(mu_);
  for (auto waiter = waiters_.begin(); waiter != waiters_.end(); ++waiter) {
    if (waiter->second.ticket != ticket) continue;
    forgotten.insert(waiters_.extract(waiter));
    return true;
  }
  return false;
}

size_t Publisher::waiter_count() const {
  base::MutexLock lock(mu_);
  return waiters_.size();
}

void Publisher::Run() {
  bool stopping = false;
  while (!stopping) {
    Waiters due;
    SnapshotLink snapshot;
    {
      base::MutexLock lock(mu_);
      WaitForWork();
      stopping = stopping_;
      snapshot = current_;
      due = TakeDue(clock_.Now());
    }
    Complete(due, snapshot, stopping);
  }
}

void Publisher::WaitForWork() {
  while (!stopping_) {
    if (waiters_.empty()) {
      wake_.Wait(mu_);
      continue;
    }
    if (waiters_.begin()->first <= current_->revision) return;
    absl::Time next = absl::InfiniteFuture();
    for (const auto& [revision, waiter] : waiters_)
      next = std::min(next, waiter.deadline);
    const absl::Duration left = next - clock_.Now();
    if (left <= absl::ZeroDuration()) return;
    clock_.WaitFor(wake_, mu_, std::min(left, kLongestWait));
  }
}

Publisher::Waiters Publisher::TakeDue(absl::Time now) {
  Waiters due;
  for (auto waiter = waiters_.begin(); waiter != waiters_.end();) {
    const auto here = waiter++;
    const bool reached = here->first <= current_->revision;
    if (stopping_ || reached || here->second.deadline <= now)
      due.insert(waiters_.extract(here));
  }
  return due;
}

void Publisher::Complete(const Waiters& waiters, const SnapshotLink& snapshot,
                         bool stopping) {
  for (const auto& [revision, waiter] : waiters) {
    if (revision <= snapshot->revision) {
      waiter.done(snapshot);
    } else if (stopping) {
      waiter.done(StoppingError());
    } else {
      waiter.done(NotReachedError(revision, snapshot->revision));
    }
  }
}

}  // namespace compendium::reporting
