// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/projection/snapshot.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// Reads the changes between two snapshots once more from the registry, for who
// wants to know by whom, when and why something was changed: snapshots keep
// none of that. One thread does it, a request at a time.
class HistoryReader {
 public:
  // What a caller wants to read. All are called on the reader's thread.
  struct Request {
    SnapshotLink from;
    SnapshotLink to;  // not before `from`
    absl::Time deadline;
    // Called with each change after `from` up to `to`, in order. Reading ends
    // with the first status that is not OK.
    std::function<absl::Status(const registry::v1::Change&)> visit;
    // Called once, at the end.
    std::function<void(absl::Status)> done;
  };

  // Both must outlive the reader. `source` is its own.
  HistoryReader(ChangeSource& source, base::Clock& clock);
  ~HistoryReader();

  void Start();

  // Cancels the source, fails what waits and ends the thread.
  void Stop();

  // Reads as the request says. Its end is OK, the status of `visit`, or, as
  // with PastReader: UNAVAILABLE with reason DEADLINE_TOO_SHORT,
  // REGISTRY_UNREACHABLE or DRAINING; RESOURCE_EXHAUSTED, here and now, when
  // kHistoryReadsMax others wait already; FAILED_PRECONDITION with
  // HISTORY_DIFFERS.
  void Read(Request request);

 private:
  void Run();
  absl::Status Answer(const Request& request);
  // The same, and leaves the source open.
  absl::Status ReadChanges(const Request& request);

  ChangeSource& source_;
  base::Clock& clock_;
  std::thread thread_;

  base::Mutex mu_;
  base::CondVar wake_;
  std::deque<Request> requests_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
