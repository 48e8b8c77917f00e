// SPDX-License-Identifier: Apache-2.0
// The due times of schedules and what became of each. These run within a read
// or write of the ArchiveDatabase.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// ALREADY_EXISTS when the schedule has a run of that due time.
absl::Status AddRun(SqliteDatabase& database, const v1::ScheduleRun& run);

// NOT_FOUND when the schedule has no run of that due time.
absl::StatusOr<v1::ScheduleRun> FindRun(SqliteDatabase& database,
                                        absl::string_view schedule,
                                        absl::Time due);

// Replaces what is known of a run that was added. `worker` is still at it, if
// it is named.
absl::Status UpdateRun(SqliteDatabase& database, const v1::ScheduleRun& run,
                       absl::string_view worker = "");

// The PENDING run whose attempt is due longest, taken by `worker`: its attempt
// counts, and nobody else gets it for kAttemptTime.
absl::StatusOr<std::optional<v1::ScheduleRun>> TakeRun(SqliteDatabase& database,
                                                       absl::string_view worker,
                                                       absl::Time now);

// Gives back what `worker` took and did not end, because it crashed.
absl::Status GiveRunsBack(SqliteDatabase& database, absl::string_view worker,
                          absl::Time now);

struct RunFilter {
  std::string schedule = {};                       // empty for all
  v1::RunState state = v1::RUN_STATE_UNSPECIFIED;  // UNSPECIFIED for all
  // Only runs before this due time, or of it and before this schedule's name.
  int64_t before_due_micros = INT64_MAX;
  std::string before_schedule = {};
  int count = 0;
};

// The runs with the latest due times that pass the filter, the latest first.
absl::StatusOr<std::vector<v1::ScheduleRun>> ListRuns(SqliteDatabase& database,
                                                      const RunFilter& filter);

}  // namespace compendium::reporting
