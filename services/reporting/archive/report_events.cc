// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/report_events.h"

#include <string>

#include "lib/base/status_macros.h"
#include "services/reporting/archive/row_content.h"

namespace compendium::reporting {

absl::Status AddEvent(SqliteDatabase& database, v1::ReportEvent event,
                      absl::Time now) {
  RETURN_IF_ERROR(database.Query("SELECT ifnull(max(sequence), 0) FROM event",
                                 {}, [&](const SqliteRow& row) {
                                   event.set_sequence(row.Number(0) + 1);
                                   return absl::OkStatus();
                                 }));
  SetTimestamp(now, *event.mutable_event_time());
  const std::string content = SerializeDeterministic(event);
  return database
      .Change("INSERT INTO event VALUES(?, ?)",
              {event.sequence(), SqliteBytes{content}})
      .status();
}

absl::StatusOr<std::vector<v1::ReportEvent>> EventsAfter(
    SqliteDatabase& database, int64_t sequence, int count) {
  std::vector<v1::ReportEvent> events;
  RETURN_IF_ERROR(database.Query(
      "SELECT content FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?",
      {sequence, int64_t{count}}, [&](const SqliteRow& row) -> absl::Status {
        ASSIGN_OR_RETURN(events.emplace_back(),
                         MessageIn<v1::ReportEvent>(row, 0));
        return absl::OkStatus();
      }));
  return events;
}

}  // namespace compendium::reporting
