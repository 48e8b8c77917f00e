// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/schedule_book.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/request/timestamp.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/schedule/limits.h"
#include "services/reporting/schedule/planning.h"
#include "services/reporting/schedule/schedule_store.h"

namespace compendium::reporting {
namespace {

void Sign(const ScheduleAuthor& author, int64_t version, absl::Time now,
          v1::Schedule& schedule) {
  schedule.set_etag(absl::StrCat(version));
  SetTimestamp(now, *schedule.mutable_update_time());
  schedule.set_author(author.author);
  schedule.set_reason(author.reason);
}

absl::Status CheckRoom(SqliteDatabase& database) {
  ASSIGN_OR_RETURN(const std::vector<v1::Schedule> schedules,
                   ListSchedules(database, /*show_deleted=*/false));
  if (schedules.size() < kSchedulesMax) return absl::OkStatus();
  return ErrorWithReason(
      absl::StatusCode::kResourceExhausted, "TOO_MANY_SCHEDULES",
      absl::StrCat("got one more schedule, want ", kSchedulesMax, " at most"));
}

}  // namespace

absl::StatusOr<v1::Schedule> ScheduleBook::Create(
    absl::string_view id, v1::Schedule schedule, const ScheduleAuthor& author) {
  const absl::Time now = clock_.Now();
  schedule.set_name(absl::StrCat("schedules/", id));
  schedule.clear_delete_time();
  SetTimestamp(now, *schedule.mutable_create_time());
  Sign(author, 1, now, schedule);
  const absl::Status added =
      database_.Write([&](SqliteDatabase& database) -> absl::Status {
        RETURN_IF_ERROR(CheckRoom(database));
        RETURN_IF_ERROR(AddVersion(database, schedule));
        return SetPlannedUntil(database, schedule.name(), now);
      });
  if (absl::IsAlreadyExists(added))
    return ErrorWithReason(
        absl::StatusCode::kAlreadyExists, "RECORD_EXISTS",
        absl::StrCat("schedule_id: got ", id, ", want one that is free"),
        {{"name", schedule.name()}});
  if (!added.ok()) return added;
  return schedule;
}

absl::StatusOr<v1::Schedule> ScheduleBook::Update(
    v1::Schedule schedule, const ScheduleAuthor& author) {
  const std::string name = schedule.name();
  const std::string etag = schedule.etag();
  schedule.clear_delete_time();
  return Replace(name, etag, std::move(schedule), author);
}

absl::StatusOr<v1::Schedule> ScheduleBook::Delete(
    absl::string_view name, absl::string_view etag,
    const ScheduleAuthor& author) {
  v1::Schedule schedule;
  RETURN_IF_ERROR(database_.Read([&](SqliteDatabase& database) -> absl::Status {
    ASSIGN_OR_RETURN(schedule, FindSchedule(database, name));
    return absl::OkStatus();
  }));
  // Of the version that was read, so that no other is deleted.
  const std::string expected =
      etag.empty() ? schedule.etag() : std::string(etag);
  SetTimestamp(clock_.Now(), *schedule.mutable_delete_time());
  return Replace(name, expected, std::move(schedule), author);
}

absl::StatusOr<v1::Schedule> ScheduleBook::Replace(
    absl::string_view name, absl::string_view etag, v1::Schedule content,
    const ScheduleAuthor& author) {
  const absl::Time now = clock_.Now();
  return database_.Write(
      [&](SqliteDatabase& database) -> absl::StatusOr<v1::Schedule> {
        ASSIGN_OR_RETURN(const v1::Schedule latest,
                         FindSchedule(database, name));
        if (latest.has_delete_time()) return NotFound("name", name);
        if (!etag.empty() && etag != latest.etag())
          return ErrorWithReason(
              absl::StatusCode::kAborted, "ETAG_MISMATCH",
              absl::StrCat("etag: got ", etag, ", want ", latest.etag(),
                           ", that of the latest version"),
              {{"name", std::string(name)}});
        for (bool planned = false; !planned;) {
          ASSIGN_OR_RETURN(planned, PlanSchedule(database, latest, now));
        }
        *content.mutable_create_time() = latest.create_time();
        Sign(author, VersionOf(latest) + 1, now, content);
        RETURN_IF_ERROR(AddVersion(database, content));
        RETURN_IF_ERROR(SetPlannedUntil(database, name, now));
        return content;
      });
}

}  // namespace compendium::reporting
