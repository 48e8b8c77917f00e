// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "services/reporting/projection/snapshot.h"
#include "services/reporting/report/record_source.h"

namespace compendium::reporting {

// What a report of the spec says. Its figures are the answers of the RPCs,
// computed by the same functions from the same snapshot, so that no second way
// leads to one. `snapshot` must be that of the spec's revision, with its store;
// `records` is asked, last of all, only for kinds that hold whole records.
//
// INVALID_ARGUMENT as CheckReportSpec says; NOT_FOUND when the revision has not
// that round or mechanism; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when
// a part or the whole is larger than may be; what `records` fails with.
absl::StatusOr<v1::ReportContent> MakeReportContent(const Snapshot& snapshot,
                                                    RecordSource& records,
                                                    const v1::ReportSpec& spec);

}  // namespace compendium::reporting
