// SPDX-License-Identifier: Apache-2.0
// What happened to reports. These run within a read or write of the
// ArchiveDatabase.
#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "compendium/reporting/v1/report_event.pb.h"
#include "lib/sqlite/sqlite_database.h"

namespace compendium::reporting {

// Appends the event, which gets the next sequence and its time.
absl::Status AddEvent(SqliteDatabase& database, v1::ReportEvent event,
                      absl::Time now);

// The `count` events after that one, in order.
absl::StatusOr<std::vector<v1::ReportEvent>> EventsAfter(
    SqliteDatabase& database, int64_t sequence, int count);

}  // namespace compendium::reporting
