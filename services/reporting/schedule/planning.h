// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// Adds the runs of the due times that have come since the schedule was planned
// last; whether all up to `now` are there. Within a write of the
// ArchiveDatabase.
absl::StatusOr<bool> PlanSchedule(SqliteDatabase& database,
                                  const v1::Schedule& schedule, absl::Time now);

}  // namespace compendium::reporting
