// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/schedule_store.h"

#include <string>

#include "absl/strings/numbers.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/row_content.h"
#include "services/reporting/projection/not_found.h"

namespace compendium::reporting {

int64_t VersionOf(const v1::Schedule& schedule) {
  int64_t version = 0;
  CHECK(absl::SimpleAtoi(schedule.etag(), &version));
  return version;
}

absl::Status AddVersion(SqliteDatabase& database,
                        const v1::Schedule& schedule) {
  const std::string content = SerializeDeterministic(schedule);
  return database
      .Change("INSERT INTO schedule VALUES(?, ?, ?)",
              {schedule.name(), VersionOf(schedule), SqliteBytes{content}})
      .status();
}

absl::StatusOr<v1::Schedule> FindSchedule(SqliteDatabase& database,
                                          absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<v1::Schedule> versions,
                   ListVersions(database, name, 1));
  return std::move(versions.front());
}

absl::StatusOr<v1::Schedule> FindVersion(SqliteDatabase& database,
                                         absl::string_view name,
                                         absl::string_view etag) {
  absl::StatusOr<v1::Schedule> found = NotFound("name", name);
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM schedule WHERE id = ? AND version = CAST(? AS "
      "INTEGER)",
      {name, etag}, [&](const SqliteRow& row) {
        found = MessageIn<v1::Schedule>(row, 0);
        return absl::OkStatus();
      }));
  return found;
}

absl::StatusOr<std::vector<v1::Schedule>> ListSchedules(
    SqliteDatabase& database, bool show_deleted) {
  std::vector<v1::Schedule> schedules;
  RETURN_IF_ERROR(database.Query(
      // SQLite takes the other columns from the row with the maximum.
      "SELECT content, max(version) FROM schedule GROUP BY id ORDER BY id", {},
      [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(v1::Schedule schedule,
                         MessageIn<v1::Schedule>(row, 0));
        if (show_deleted || !schedule.has_delete_time())
          schedules.push_back(std::move(schedule));
        return absl::OkStatus();
      }));
  return schedules;
}

absl::StatusOr<std::vector<v1::Schedule>> ListVersions(SqliteDatabase& database,
                                                       absl::string_view name,
                                                       int count) {
  std::vector<v1::Schedule> versions;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM schedule WHERE id = ? ORDER BY version DESC LIMIT ?",
      {name, int64_t{count}}, [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(versions.emplace_back(),
                         MessageIn<v1::Schedule>(row, 0));
        return absl::OkStatus();
      }));
  if (versions.empty()) return NotFound("name", name);
  return versions;
}

absl::StatusOr<absl::Time> PlannedUntil(SqliteDatabase& database,
                                        absl::string_view name) {
  absl::Time until = absl::InfinitePast();
  RETURN_IF_ERROR(database.Query("SELECT until FROM planned WHERE schedule = ?",
                                 {name}, [&](const SqliteRow& row) {
                                   until = absl::FromUnixMicros(row.Number(0));
                                   return absl::OkStatus();
                                 }));
  return until;
}

absl::Status SetPlannedUntil(SqliteDatabase& database, absl::string_view name,
                             absl::Time until) {
  return database
      .Change("INSERT OR REPLACE INTO planned VALUES(?, ?)",
              {name, Micros(until)})
      .status();
}

}  // namespace compendium::reporting
