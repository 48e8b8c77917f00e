// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/kept_snapshots.h"

#include <iterator>
#include <vector>

#include "lib/base/status_macros.h"

namespace compendium::reporting {

KeptSnapshots::KeptSnapshots(size_t count_max) : count_max_(count_max) {
  CHECK(count_max >= 2);
}

void KeptSnapshots::Offer(const SnapshotLink& snapshot) {
  std::vector<SnapshotLink> forgotten;  // end after the lock
  base::MutexLock lock(mu_);
  if (snapshot->revision == 0 || snapshot->revision % step_ != 0) return;
  kept_.emplace(snapshot->revision, snapshot);
  while (kept_.size() > count_max_) {
    step_ *= 2;
    for (auto it = kept_.begin(); it != kept_.end();) {
      const auto here = it++;
      if (here->first % step_ == 0) continue;
      forgotten.push_back(std::move(here->second));
      kept_.erase(here);
    }
  }
}

SnapshotLink KeptSnapshots::Before(int64_t revision) const {
  base::MutexLock lock(mu_);
  const auto after = kept_.upper_bound(revision);
  return after == kept_.begin() ? empty_ : std::prev(after)->second;
}

SnapshotLink KeptSnapshots::Before(absl::Time time) const {
  base::MutexLock lock(mu_);
  SnapshotLink before = empty_;
  for (const auto& [revision, snapshot] : kept_) {
    if (snapshot->commit_time > time) break;
    before = snapshot;
  }
  return before;
}

int64_t KeptSnapshots::step() const {
  base::MutexLock lock(mu_);
  return step_;
}

}  // namespace compendium::reporting
