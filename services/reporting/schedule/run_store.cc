// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/run_store.h"

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/row_content.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/schedule/limits.h"

namespace compendium::reporting {
namespace {

// 0 when there is no next attempt.
int64_t NextAttempt(const v1::ScheduleRun& run) {
  return run.has_next_attempt_time() ? Micros(run.next_attempt_time()) : 0;
}

}  // namespace

absl::Status AddRun(SqliteDatabase& database, const v1::ScheduleRun& run) {
  const std::string content = SerializeDeterministic(run);
  return database
      .Change("INSERT INTO run VALUES(?, ?, ?, ?, '', ?)",
              {run.schedule(), Micros(run.due_time()), int64_t{run.state()},
               NextAttempt(run), SqliteBytes{content}})
      .status();
}

absl::StatusOr<v1::ScheduleRun> FindRun(SqliteDatabase& database,
                                        absl::string_view schedule,
                                        absl::Time due) {
  absl::StatusOr<v1::ScheduleRun> found = NotFound(
      "due_time", absl::StrCat(schedule, " at ",
                               absl::FormatTime(due, absl::UTCTimeZone())));
  RETURN_IF_ERROR(
      database.Query("SELECT content FROM run WHERE schedule = ? AND due = ?",
                     {schedule, Micros(due)}, [&](const SqliteRow& row) {
                       found = MessageIn<v1::ScheduleRun>(row, 0);
                       return absl::OkStatus();
                     }));
  return found;
}

absl::Status UpdateRun(SqliteDatabase& database, const v1::ScheduleRun& run,
                       absl::string_view worker) {
  const std::string content = SerializeDeterministic(run);
  ASSIGN_OR_RETURN(
      const int64_t changed,
      database.Change(
          "UPDATE run SET state = ?, next_attempt = ?, worker = ?,"
          " content = ? WHERE schedule = ? AND due = ?",
          {int64_t{run.state()}, NextAttempt(run), worker, SqliteBytes{content},
           run.schedule(), Micros(run.due_time())}));
  CHECK(changed == 1);
  return absl::OkStatus();
}

absl::StatusOr<std::optional<v1::ScheduleRun>> TakeRun(SqliteDatabase& database,
                                                       absl::string_view worker,
                                                       absl::Time now) {
  std::optional<v1::ScheduleRun> run;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM run WHERE state = ? AND next_attempt <= ? ORDER BY "
      "next_attempt, due LIMIT 1",
      {int64_t{v1::RUN_STATE_PENDING}, Micros(now)},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(run, MessageIn<v1::ScheduleRun>(row, 0));
        return absl::OkStatus();
      }));
  if (!run.has_value()) return run;
  run->set_attempt_count(run->attempt_count() + 1);
  SetTimestamp(now + kAttemptTime, *run->mutable_next_attempt_time());
  RETURN_IF_ERROR(UpdateRun(database, *run, worker));
  return run;
}

absl::Status GiveRunsBack(SqliteDatabase& database, absl::string_view worker,
                          absl::Time now) {
  std::vector<v1::ScheduleRun> runs;
  RETURN_IF_ERROR(
      database.Query("SELECT content FROM run WHERE worker = ?", {worker},
                     [&](const SqliteRow& row) -> absl::Status {
                       ASSIGN_OR_RETURN(runs.emplace_back(),
                                        MessageIn<v1::ScheduleRun>(row, 0));
                       return absl::OkStatus();
                     }));
  for (v1::ScheduleRun& run : runs) {
    SetTimestamp(now, *run.mutable_next_attempt_time());
    RETURN_IF_ERROR(UpdateRun(database, run));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<v1::ScheduleRun>> ListRuns(SqliteDatabase& database,
                                                      const RunFilter& filter) {
  std::vector<v1::ScheduleRun> runs;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM run WHERE (?1 = '' OR schedule = ?1) AND (?2 = 0 OR "
      "state = ?2) AND (due < ?3 OR (due = ?3 AND schedule < ?4)) ORDER BY due "
      "DESC, schedule DESC LIMIT ?5",
      {filter.schedule, int64_t{filter.state}, filter.before_due_micros,
       filter.before_schedule, int64_t{filter.count}},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(runs.emplace_back(),
                         MessageIn<v1::ScheduleRun>(row, 0));
        return absl::OkStatus();
      }));
  return runs;
}

}  // namespace compendium::reporting
