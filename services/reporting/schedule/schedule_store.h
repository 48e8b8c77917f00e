// SPDX-License-Identifier: Apache-2.0
// The versions of schedules, and how far their due times are planned. These run
// within a read or write of the ArchiveDatabase.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// The number of a version, from 1: what its etag says.
int64_t VersionOf(const v1::Schedule& schedule);

// Adds a version. ALREADY_EXISTS when there is one of that name and number.
absl::Status AddVersion(SqliteDatabase& database, const v1::Schedule& schedule);

// The latest version, also of a deleted schedule. NOT_FOUND when there was
// never one of that name.
absl::StatusOr<v1::Schedule> FindSchedule(SqliteDatabase& database,
                                          absl::string_view name);

// The version with that etag. NOT_FOUND when there is none.
absl::StatusOr<v1::Schedule> FindVersion(SqliteDatabase& database,
                                         absl::string_view name,
                                         absl::string_view etag);

// The latest versions of all schedules, by name.
absl::StatusOr<std::vector<v1::Schedule>> ListSchedules(
    SqliteDatabase& database, bool show_deleted);

// The newest versions of one, the newest first. NOT_FOUND as above.
absl::StatusOr<std::vector<v1::Schedule>> ListVersions(SqliteDatabase& database,
                                                       absl::string_view name,
                                                       int count);

// Up to when the due times of a schedule have become runs. InfinitePast when
// nothing was said of it yet.
absl::StatusOr<absl::Time> PlannedUntil(SqliteDatabase& database,
                                        absl::string_view name);
absl::Status SetPlannedUntil(SqliteDatabase& database, absl::string_view name,
                             absl::Time until);

}  // namespace compendium::reporting
