// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/planning.h"

#include "lib/base/status_macros.h"
#include "services/reporting/archive/report_events.h"
#include "services/reporting/schedule/run_plan.h"
#include "services/reporting/schedule/run_store.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {

absl::StatusOr<bool> PlanSchedule(SqliteDatabase& database,
                                  const v1::Schedule& schedule,
                                  absl::Time now) {
  ASSIGN_OR_RETURN(const absl::Time from,
                   PlannedUntil(database, schedule.name()));
  const RunPlan plan = PlanRuns(schedule, from, now);
  // Where nothing is due nothing is written, every second.
  if (plan.runs.empty()) return true;
  for (const v1::ScheduleRun& run : plan.runs) {
    RETURN_IF_ERROR(AddRun(database, run));
    if (run.state() != v1::RUN_STATE_SKIPPED) continue;
    v1::ReportEvent event;
    *event.mutable_run_skipped() = run;
    RETURN_IF_ERROR(AddEvent(database, event, now));
  }
  RETURN_IF_ERROR(SetPlannedUntil(database, schedule.name(), plan.until));
  return plan.until == now;
}

}  // namespace compendium::reporting
