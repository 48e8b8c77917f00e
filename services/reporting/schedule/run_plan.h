// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "services/reporting/schedule/cron_expression.h"

namespace compendium::reporting {

// What becomes of the due times of a schedule in a stretch of time.
struct RunPlan {
  std::vector<v1::ScheduleRun> runs;  // PENDING or SKIPPED, by due time
  absl::Time until;                   // the due times up to here are among them
};

// Plans the due times after `from` up to `now`, kRunsPlannedMax at most: those
// that are missed (kMissedAfter) as the schedule catches up, the others as
// PENDING from now on, or from kSettleTime after the due time. Nothing while it
// is paused or deleted. `schedule` has passed CheckSchedule.
RunPlan PlanRuns(const v1::Schedule& schedule, absl::Time from, absl::Time now);

}  // namespace compendium::reporting
