// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "compendium/reporting/v1/archived_report.pb.h"
#include "lib/sqlite/sqlite_database.h"
#include "services/reporting/archive/made_report.h"
#include "services/reporting/archive/object_folder.h"

namespace compendium::reporting {

// reports/{report} for what is asked for: equal requests have equal names.
// `formats` in any order.
std::string ReportNameOf(const v1::ReportSpec& spec,
                         absl::Span<const v1::ReportFormat> formats,
                         const ReportOrigin& origin);

// Puts content and files into the folder and describes the report. It is in the
// archive once AddReport has its row.
absl::StatusOr<v1::Report> StoreFiles(const ObjectFolder& folder,
                                      const MadeReport& made,
                                      const ReportOrigin& origin,
                                      absl::Time now);

// These run within a read or write of the ArchiveDatabase.

// ALREADY_EXISTS when there is a report of that name.
absl::Status AddReport(SqliteDatabase& database, const v1::Report& report);

// NOT_FOUND when there is none of that name.
absl::StatusOr<v1::Report> FindReport(SqliteDatabase& database,
                                      absl::string_view name);

// The place of a report in the order in which they were put into the archive,
// from 1.
absl::StatusOr<int64_t> SequenceOf(SqliteDatabase& database,
                                   absl::string_view name);

struct ReportFilter {
  v1::ReportKind kind = v1::REPORT_KIND_UNSPECIFIED;  // UNSPECIFIED for all
  std::string schedule = {};                          // empty for all
  int64_t before_sequence = INT64_MAX;
  int count = 0;
};

// The newest reports that pass the filter, the newest first.
absl::StatusOr<std::vector<v1::Report>> ListReports(SqliteDatabase& database,
                                                    const ReportFilter& filter);

}  // namespace compendium::reporting
