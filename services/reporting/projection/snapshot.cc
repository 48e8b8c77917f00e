// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/snapshot.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"

namespace compendium::reporting {

absl::StatusOr<SnapshotLink> Advance(const Snapshot& snapshot,
                                     const registry::v1::Change& change,
                                     absl::Time now) {
  if (change.revision() != snapshot.revision + 1)
    return absl::DataLossError(absl::StrCat("change.revision: got ",
                                            change.revision(), ", want ",
                                            snapshot.revision + 1));
  ASSIGN_OR_RETURN(Projections projections,
                   Apply(snapshot.projections, change));
  return std::make_shared<const Snapshot>(
      Snapshot{.revision = change.revision(),
               .store_id = snapshot.store_id,
               .hash = change.hash(),
               .projections = std::move(projections),
               .commit_time = ToTime(change.commit_time()),
               .apply_time = now});
}

}  // namespace compendium::reporting
