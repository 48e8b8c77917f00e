// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/run_plan.h"

#include <algorithm>
#include <optional>

#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {
namespace {

bool IsMissed(absl::Time due, absl::Time now) {
  return now - due > kMissedAfter;
}

// Whether a missed time gets its report. `next` is the due time after it.
bool IsCaughtUp(const v1::Schedule& schedule, std::optional<absl::Time> next,
                absl::Time now) {
  switch (schedule.catch_up()) {
    case v1::CATCH_UP_NONE:
      return false;
    case v1::CATCH_UP_LATEST:
      return !next.has_value() || !IsMissed(*next, now);
    default:
      return true;
  }
}

}  // namespace

RunPlan PlanRuns(const v1::Schedule& schedule, absl::Time from,
                 absl::Time now) {
  RunPlan plan{.runs = {}, .until = now};
  if (schedule.state() == v1::SCHEDULE_STATE_PAUSED ||
      schedule.has_delete_time())
    return plan;
  const absl::StatusOr<CronExpression> cron =
      CronExpression::Parse(schedule.cron());
  const absl::StatusOr<absl::TimeZone> zone =
      ParseTimeZone(schedule.time_zone());
  CHECK(cron.ok() && zone.ok());
  std::optional<absl::Time> due = cron->NextAfter(from, *zone);
  while (due.has_value() && *due <= now) {
    const std::optional<absl::Time> next = cron->NextAfter(*due, *zone);
    v1::ScheduleRun& run = plan.runs.emplace_back();
    run.set_schedule(schedule.name());
    run.set_schedule_etag(schedule.etag());
    SetTimestamp(*due, *run.mutable_due_time());
    if (IsMissed(*due, now) && !IsCaughtUp(schedule, next, now)) {
      run.set_state(v1::RUN_STATE_SKIPPED);
    } else {
      run.set_state(v1::RUN_STATE_PENDING);
      SetTimestamp(std::max(now, *due + kSettleTime),
                   *run.mutable_next_attempt_time());
    }
    if (plan.runs.size() == kRunsPlannedMax) {
      plan.until = *due;
      return plan;
    }
    due = next;
  }
  return plan;
}

}  // namespace compendium::reporting
