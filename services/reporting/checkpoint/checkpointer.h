// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// The snapshot in the checkpoint at `path`; one of revision 0 when there is no
// file, or an intact one of an earlier release that kept other things of the
// records: that is logged (checkpoint_outdated), and everything is read from
// the registry again. Any other file that cannot be read is an error and stays
// where it is: rebuilding in silence would hide a failing disk (DATA_LOSS) or
// undo an upgrade (UNIMPLEMENTED). The message says what an operator can do.
absl::StatusOr<Snapshot> LoadCheckpoint(const std::string& path);

// Writes the published snapshot to disk now and then, on a thread of its own
// and from an immutable snapshot, so that nothing waits for the disk. A failed
// write is logged and tried again; the checkpoint before it stands.
//
// A checkpoint is due as Options says, unless checkpoints would then take more
// than 1/20 of the time: however large the state grows, the next one waits 20
// times as long as the last one took.
class Checkpointer {
 public:
  struct Options {
    std::string path;
    // A checkpoint is due this long after the last one if there are changes …
    absl::Duration interval = absl::Seconds(30);
    // … or as soon as there are so many of them.
    int64_t change_count = 10000;
    // The revision of the checkpoint that is there; 0 for none.
    int64_t saved_revision = 0;
  };

  // `publisher` and `clock` must outlive the checkpointer.
  Checkpointer(Options options, const Publisher& publisher, base::Clock& clock);
  ~Checkpointer();

  void Start();

  // Ends the thread after a last checkpoint, if there are changes.
  void Stop();

  // Writes a checkpoint if there are changes since the last one. Not while
  // the thread runs.
  absl::Status Save();

  // The revision of the newest checkpoint on disk; 0 for none. Any thread.
  int64_t revision() const;

 private:
  void Run();
  // Waits for the next look at the publisher; false when it is time to stop.
  bool WaitForTick();
  bool IsDue() const;
  absl::Status Write(const Snapshot& snapshot) const;
  void SaveOrLog();

  const Options options_;
  const Publisher& publisher_;
  base::Clock& clock_;
  std::thread thread_;
  // Of the thread, or of the caller of Save.
  absl::Duration save_uptime_;  // when the last one was saved or tried
  absl::Duration rest_ =
      absl::ZeroDuration();  // no checkpoint so long after it

  mutable base::Mutex mu_;
  base::CondVar wake_;
  int64_t revision_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
