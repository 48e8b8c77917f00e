// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <thread>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/kept_snapshots.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// Holds the published snapshot and those who wait for a later one. Readers take
// the snapshot and never wait for the writer, nor it for them. All methods but
// Start and Stop may be called from any thread; Publish by one at a time.
//
// One thread completes waiters, both those whose revision has come and those
// whose time is up, so that neither answers nor timers hold up the feed.
class Publisher {
 public:
  // Called once, with the snapshot or with why there is none.
  using Callback = std::function<void(absl::StatusOr<SnapshotLink>)>;

  // Tells the waiters of a publisher apart.
  using Ticket = int64_t;

  // `clock` must outlive the publisher.
  Publisher(SnapshotLink first, base::Clock& clock);
  ~Publisher();

  void Start();

  // Completes all waiters with UNAVAILABLE, then refuses new ones the same way.
  void Stop();

  SnapshotLink current() const;

  // Some of those that were published before.
  KeptSnapshots& kept() { return kept_; }

  // Replaces the snapshot; its revision must not be lower.
  void Publish(SnapshotLink snapshot);

  // Calls `done` with a snapshot of at least `min_revision`: here and now when
  // there is one, else on the publisher's thread. After `deadline` it is called
  // with UNAVAILABLE, reason REVISION_NOT_REACHED; with RESOURCE_EXHAUSTED when
  // kWaitersMax others wait already. Returns the waiter's ticket.
  Ticket Await(int64_t min_revision, absl::Time deadline, Callback done);

  // Forgets a waiter, whose place is free at once; false when it was called
  // already or is about to be. After true it is never called.
  bool Forget(Ticket ticket);

  // How many wait now.
  size_t waiter_count() const;

 private:
  struct Waiter {
    Ticket ticket;
    absl::Time deadline;
    Callback done;
  };
  // Waiters by the revision that they want.
  using Waiters = std::multimap<int64_t, Waiter>;

  void Run();
  // Waits until there is something to do.
  void WaitForWork() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  // Takes out the waiters that are to be called now.
  Waiters TakeDue(absl::Time now) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  // Calls them; no lock is held.
  static void Complete(const Waiters& waiters, const SnapshotLink& snapshot,
                       bool stopping);

  base::Clock& clock_;
  KeptSnapshots kept_{kKeptSnapshotsMax};
  std::thread thread_;

  mutable base::Mutex mu_;
  base::CondVar wake_;
  SnapshotLink current_ ABSL_GUARDED_BY(mu_);
  Waiters waiters_ ABSL_GUARDED_BY(mu_);
  Ticket last_ticket_ ABSL_GUARDED_BY(mu_) = 0;
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
