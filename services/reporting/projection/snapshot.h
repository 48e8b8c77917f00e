// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/change.pb.h"
#include "services/reporting/projection/projections.h"

namespace compendium::reporting {

// The state of exactly one revision, as readers see it. Immutable once
// published; a reader that holds it may take as long as it likes.
struct Snapshot {
  int64_t revision = 0;  // 0 before the first change
  std::string store_id;  // of the registry; empty until it is known
  // That of the revision's log entry and, through it, of all history before;
  // empty at revision 0. Two registries that agree in it agree in all that the
  // state was made from.
  std::string hash;
  Projections projections;
  // When the revision was committed; InfinitePast at revision 0.
  absl::Time commit_time = absl::InfinitePast();
  // When this process applied the change; InfinitePast when it was read from a
  // checkpoint.
  absl::Time apply_time = absl::InfinitePast();
};

using SnapshotLink = std::shared_ptr<const Snapshot>;

// The snapshot after the next change. DATA_LOSS when `change` is not the next
// one or contradicts itself; then nothing of it counts.
absl::StatusOr<SnapshotLink> Advance(const Snapshot& snapshot,
                                     const registry::v1::Change& change,
                                     absl::Time now);

}  // namespace compendium::reporting
