// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/report.pb.h"
#include "compendium/reporting/v1/report_comparison.pb.h"
#include "lib/diff/compare_cells.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/past/history_reader.h"
#include "services/reporting/past/past_reader.h"
#include "services/reporting/projection/publisher.h"

namespace compendium::reporting {

// Whether a report can be compared with a later one: both are of one kind, with
// the same parameters, and the new one is not of an earlier revision.
// INVALID_ARGUMENT that names each field of the new one that is wrong.
absl::Status CheckComparable(const v1::ReportSpec& old_spec,
                             const v1::ReportSpec& new_spec);

// Compares archived reports. What they say is what the archive holds and is not
// made again; by which revisions it came to differ is read from the registry's
// log. Any thread but those of publisher and readers; a call may take seconds.
class ReportComparer {
 public:
  // All must outlive the comparer.
  ReportComparer(const ObjectFolder& folder, Publisher& publisher,
                 PastReader& past, HistoryReader& history)
      : folder_(folder),
        publisher_(publisher),
        past_(past),
        history_(history) {}

  // How two reports of the archive differ. INVALID_ARGUMENT as above; DATA_LOSS
  // when what the archive holds of one is damaged or gone; FAILED_PRECONDITION
  // with reason HISTORY_DIFFERS when one was made of another registry or
  // history; RESOURCE_EXHAUSTED as in bounded_diff.h; UNAVAILABLE as with
  // SnapshotAt and HistoryReader, though not when no cell differs.
  absl::StatusOr<v1::ReportComparison> Compare(const v1::Report& old_report,
                                               const v1::Report& new_report,
                                               absl::Time deadline);

 private:
  absl::StatusOr<v1::ReportContent> ReadContent(const v1::Report& report) const;

  // The cells with the revisions after `before`, up to `after`, that changed
  // them.
  absl::StatusOr<std::vector<v1::ChangedCell>> FindRevisions(
      const v1::ReportContent& before, const v1::ReportContent& after,
      std::vector<CellChange> changes, absl::Time deadline);

  const ObjectFolder& folder_;
  Publisher& publisher_;
  PastReader& past_;
  HistoryReader& history_;
};

}  // namespace compendium::reporting
