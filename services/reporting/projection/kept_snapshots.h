// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>

#include "absl/time/time.h"
#include "lib/base/mutex.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// Snapshots of the past, some of them: those whose revision is a multiple of a
// step. When they become too many, the step is doubled and every other one is
// forgotten, so that they are spread evenly over all history, however long.
// They share what did not change between them. Thread-safe.
class KeptSnapshots {
 public:
  // `count_max` is 2 or more.
  explicit KeptSnapshots(size_t count_max);

  // Keeps the snapshot if its revision is one to keep. Of one revision the
  // first that comes stays.
  void Offer(const SnapshotLink& snapshot);

  // The kept snapshot with the highest revision up to `revision`, or committed
  // last up to `time`; an empty one, of revision 0, when none is.
  SnapshotLink Before(int64_t revision) const;
  SnapshotLink Before(absl::Time time) const;

  // Between two kept snapshots, once all history has been offered.
  int64_t step() const;

 private:
  const size_t count_max_;
  const SnapshotLink empty_ = std::make_shared<const Snapshot>();

  mutable base::Mutex mu_;
  int64_t step_ ABSL_GUARDED_BY(mu_) = 1;
  std::map<int64_t, SnapshotLink> kept_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::reporting
