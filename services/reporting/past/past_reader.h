// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <thread>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/projection/kept_snapshots.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// A state that is asked for: of a revision, or of the last revision that was
// committed up to a time.
using PastMoment = std::variant<int64_t, absl::Time>;

// Makes snapshots of the past: takes the kept snapshot before the moment and
// applies the changes after it once more, read from the registry. One thread
// does it, a request at a time.
//
// What is kept lies in memory, so that a worker that starts from a checkpoint
// keeps nothing of what was before. Its thread reads that history once, from
// the first revision on, whenever no request waits.
class PastReader {
 public:
  // Called once, on the reader's thread.
  using Callback = std::function<void(absl::StatusOr<SnapshotLink>)>;

  // Both must outlive the reader. `source` is its own. Keeps what was before
  // `start_revision`, from which the worker follows the registry.
  PastReader(ChangeSource& source, KeptSnapshots& kept, base::Clock& clock,
             int64_t start_revision);
  ~PastReader();

  void Start();

  // Cancels the source, fails what waits and ends the thread.
  void Stop();

  // Calls `done` with the snapshot of that moment: a revision that was
  // followed, or a time. UNAVAILABLE with reason REVISION_NOT_REACHED when the
  // deadline passes before, with REGISTRY_UNREACHABLE when the registry cannot
  // be read, with DRAINING after Stop. RESOURCE_EXHAUSTED, here and now, when
  // kPastReadsMax others wait already. FAILED_PRECONDITION with HISTORY_DIFFERS
  // when the registry has another history than the one that was followed.
  void Read(PastMoment moment, absl::Time deadline, Callback done);

 private:
  struct Request {
    PastMoment moment;
    absl::Time deadline;
    Callback done;
  };

  void Run();
  bool RequestWaits() const;
  absl::StatusOr<SnapshotLink> Answer(const Request& request);
  // Goes on to keep what was before the start, until a request comes.
  void FillIn();
  // The nearest snapshot before the moment that is in memory.
  SnapshotLink Begin(const PastMoment& moment) const;
  // Applies the registry's changes to `from` up to the moment. With
  // `interruptible` it ends early when a request comes.
  absl::StatusOr<SnapshotLink> Replay(SnapshotLink from,
                                      const PastMoment& moment,
                                      absl::Time deadline, bool interruptible);
  // The same, and leaves the source open.
  absl::StatusOr<SnapshotLink> ReplayChanges(SnapshotLink from,
                                             const PastMoment& moment,
                                             absl::Time deadline,
                                             bool interruptible);

  ChangeSource& source_;
  KeptSnapshots& kept_;
  base::Clock& clock_;
  std::thread thread_;
  // Of the thread: up to where history is to be kept; 0 when it is.
  int64_t fill_in_to_;
  // Answered last, for dashboards that ask for one past revision again and
  // again.
  SnapshotLink last_;

  mutable base::Mutex mu_;
  base::CondVar wake_;
  std::deque<Request> requests_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
