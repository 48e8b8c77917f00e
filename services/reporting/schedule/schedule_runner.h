// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/archived_report.pb.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "lib/base/clock.h"
#include "services/reporting/archive/archive_database.h"
#include "services/reporting/archive/object_folder.h"
#include "services/reporting/archive/report_maker.h"

namespace compendium::reporting {

// Makes the reports of schedules: exactly one for each due time, whatever is
// killed when, and however many runners share the archive.
//
// A due time becomes a run; the first attempt finds its revision, which stays;
// report, run, event and deliveries are committed together, by whoever comes
// first. For one thread.
class ScheduleRunner {
 public:
  // All must outlive the runner. `worker` names it among those that share the
  // archive, and is the same after a restart.
  ScheduleRunner(ArchiveDatabase& database, const ObjectFolder& folder,
                 ReportMaker& maker, base::Clock& clock, std::string worker);

  // Gives back what this worker had begun when it was killed. Before the first
  // Step.
  absl::Status Recover();

  // Plans what has become due and makes the report of one run; whether there
  // may be more to do at once. Errors are those of the archive: that a report
  // cannot be made is written into its run.
  absl::StatusOr<bool> Step();

 private:
  // Whether everything that is due by now is planned.
  absl::StatusOr<bool> Plan();
  absl::Status Attempt(v1::ScheduleRun run);
  // Makes the report and puts it into the archive.
  absl::Status Make(v1::ScheduleRun& run);
  absl::Status Finish(const v1::Schedule& schedule, const v1::Report& report,
                      v1::ScheduleRun run);
  absl::Status RecordFailure(v1::ScheduleRun run, const absl::Status& error);

  ArchiveDatabase& database_;
  const ObjectFolder& folder_;
  ReportMaker& maker_;
  base::Clock& clock_;
  const std::string worker_;
};

}  // namespace compendium::reporting
