// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/schedule_runner.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/archive/report_events.h"
#include "services/reporting/schedule/attempts.h"
#include "services/reporting/schedule/delivery_store.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/planning.h"
#include "services/reporting/schedule/run_store.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {
ScheduleRunner::ScheduleRunner(ArchiveDatabase& database,
                               const ObjectFolder& folder, ReportMaker& maker,
                               base::Clock& clock, std::string worker)
    : database_(database),
      folder_(folder),
      maker_(maker),
      clock_(clock),
      worker_(std::move(worker)) {}

absl::Status ScheduleRunner::Recover() {
  return database_.Write([this](SqliteDatabase& database) {
    return GiveRunsBack(database, worker_, clock_.Now());
  });
}

absl::StatusOr<bool> ScheduleRunner::Step() {
  ASSIGN_OR_RETURN(const bool all_planned, Plan());
  ASSIGN_OR_RETURN(const std::optional<v1::ScheduleRun> run,
                   database_.Write([this](SqliteDatabase& database) {
                     return TakeRun(database, worker_, clock_.Now());
                   }));
  if (!run.has_value()) return !all_planned;
  RETURN_IF_ERROR(Attempt(*run));
  return true;
}

absl::StatusOr<bool> ScheduleRunner::Plan() {
  return database_.Write(
      [this](SqliteDatabase& database) -> absl::StatusOr<bool> {
        ASSIGN_OR_RETURN(const std::vector<v1::Schedule> schedules,
                         ListSchedules(database, /*show_deleted=*/false));
        const absl::Time now = clock_.Now();
        bool all_planned = true;
        for (const v1::Schedule& schedule : schedules) {
          ASSIGN_OR_RETURN(const bool planned,
                           PlanSchedule(database, schedule, now));
          all_planned = all_planned && planned;
        }
        return all_planned;
      });
}

absl::Status ScheduleRunner::Attempt(v1::ScheduleRun run) {
  // Whatever ends the process ends it at every attempt.
  const absl::Status made =
      run.attempt_count() > kRunAttemptsMax
          ? absl::AbortedError("the attempts before ended with the process")
          : Make(run);
  return made.ok() ? made : RecordFailure(std::move(run), made);
}

absl::Status ScheduleRunner::Make(v1::ScheduleRun& run) {
  const absl::Time due = ToTime(run.due_time());
  const absl::Time deadline = clock_.Now() + kMakeTime;
  v1::Schedule schedule;
  RETURN_IF_ERROR(database_.Read([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(
        schedule, FindVersion(database, run.schedule(), run.schedule_etag()));
    return absl::OkStatus();
  }));
  if (run.revision() == 0) {
    ASSIGN_OR_RETURN(const int64_t revision, maker_.RevisionAt(due, deadline));
    run.set_revision(revision);
    RETURN_IF_ERROR(database_.Write([&, this](SqliteDatabase& database) {
      return UpdateRun(database, run, worker_);
    }));
  }
  v1::ReportSpec spec;
  spec.set_kind(schedule.report_kind());
  *spec.mutable_parameters() = schedule.parameters();
  spec.set_revision(run.revision());
  spec.set_rule_set(maker_.rule_set());
  ASSIGN_OR_RETURN(const MadeReport made,
                   maker_.Make(spec, FormatsIn(schedule.formats()), deadline));
  ASSIGN_OR_RETURN(const v1::Report report,
                   StoreFiles(folder_, made,
                              {.author = schedule.author(),
                               .schedule = schedule.name(),
                               .due_time = due},
                              clock_.Now()));
  return Finish(schedule, report, run);
}

absl::Status ScheduleRunner::Finish(const v1::Schedule& schedule,
                                    const v1::Report& report,
                                    v1::ScheduleRun run) {
  const absl::Time now = clock_.Now();
  run.set_state(v1::RUN_STATE_MADE);
  run.set_report(report.name());
  run.clear_next_attempt_time();
  run.clear_error();
  return database_.Write([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(const v1::ScheduleRun known,
                     FindRun(database, run.schedule(), ToTime(run.due_time())));
    // Another worker was faster, after this one had been slow.
    if (known.state() != v1::RUN_STATE_PENDING) return absl::OkStatus();
    RETURN_IF_ERROR(AddReport(database, report));
    RETURN_IF_ERROR(UpdateRun(database, run));
    v1::ReportEvent event;
    *event.mutable_report_made() = report;
    RETURN_IF_ERROR(AddEvent(database, event, now));
    for (int i = 0; i < schedule.targets_size(); ++i) {
      v1::Delivery delivery;
      delivery.set_report(report.name());
      delivery.set_target_index(i);
      *delivery.mutable_target() = schedule.targets(i);
      delivery.set_state(v1::DELIVERY_STATE_PENDING);
      SetTimestamp(now, *delivery.mutable_next_attempt_time());
      RETURN_IF_ERROR(AddDelivery(database, delivery));
    }
    return absl::OkStatus();
  });
}

absl::Status ScheduleRunner::RecordFailure(v1::ScheduleRun run,
                                           const absl::Status& error) {
  const absl::Time now = clock_.Now();
  base::Log(
      base::Severity::kWarning, "scheduled_report_failed",
      {{"schedule", run.schedule()},
       {"due", absl::FormatTime(ToTime(run.due_time()), absl::UTCTimeZone())},
       {"attempt", absl::StrCat(run.attempt_count())},
       {"error", ErrorText(error)}});
  run.set_error(ErrorText(error));
  const bool ends = IsForGood(error) || run.attempt_count() >= kRunAttemptsMax;
  if (ends) {
    run.set_state(v1::RUN_STATE_FAILED);
    run.clear_next_attempt_time();
  } else {
    SetTimestamp(
        now + PauseAfter(run.attempt_count(), kRunRetryFirst, kRunRetryLongest),
        *run.mutable_next_attempt_time());
  }
  return database_.Write([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(const v1::ScheduleRun known,
                     FindRun(database, run.schedule(), ToTime(run.due_time())));
    if (known.state() != v1::RUN_STATE_PENDING) return absl::OkStatus();
    RETURN_IF_ERROR(UpdateRun(database, run));
    if (!ends) return absl::OkStatus();
    v1::ReportEvent event;
    *event.mutable_run_failed() = run;
    return AddEvent(database, event, now);
  });
}

}  // namespace compendium::reporting
