// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "compendium/reporting/v1/archived_report.pb.h"
#include "lib/base/clock.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/archive/report_maker.h"

namespace compendium::reporting {

// What somebody wants to know; the desk adds the rule set.
struct ReportOrder {
  v1::ReportKind kind = v1::REPORT_KIND_UNSPECIFIED;
  v1::ReportParameters parameters;
  int64_t revision = 0;
  std::vector<v1::ReportFormat> formats;
  std::string author;
};

// Where people order reports and have them verified. Any thread; a call may
// take seconds.
class ReportDesk {
 public:
  // All must outlive the desk.
  ReportDesk(ArchiveDatabase& database, const ObjectFolder& folder,
             ReportMaker& maker, const base::Clock& clock)
      : database_(database), folder_(folder), maker_(maker), clock_(clock) {}

  // The report of that order: the one in the archive, or else a new one. Errors
  // are the maker's and the archive's.
  absl::StatusOr<v1::Report> Order(const ReportOrder& order,
                                   absl::Time deadline);

  // Hashes the stored files of a report, makes it again and compares: what was
  // found of each file, in their order. UNAVAILABLE when it cannot be made
  // again now.
  absl::StatusOr<std::vector<v1::FileVerification>> Verify(
      const v1::Report& report, absl::Time deadline);

 private:
  ArchiveDatabase& database_;
  const ObjectFolder& folder_;
  ReportMaker& maker_;
  const base::Clock& clock_;
};

}  // namespace compendium::reporting
