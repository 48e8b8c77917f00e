// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/past/blocking_read.h"

#include "lib/base/status_macros.h"

namespace compendium::reporting {

absl::StatusOr<SnapshotLink> SnapshotAt(int64_t revision, absl::Time deadline,
                                        Publisher& publisher,
                                        PastReader& past) {
  using Answer = absl::StatusOr<SnapshotLink>;
  ASSIGN_OR_RETURN(SnapshotLink latest, WaitFor<Answer>([&](auto done) {
                     publisher.Await(revision, deadline, done);
                   }));
  if (latest->revision == revision) return latest;
  return WaitFor<Answer>(
      [&](auto done) { past.Read(revision, deadline, done); });
}

}  // namespace compendium::reporting
