// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/calendar_csv.h"

#include "lib/csv/csv_writer.h"
#include "lib/report/csv/date_cells.h"
#include "lib/report/csv/list_cell.h"
#include "lib/words/enum_word.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

void AddEvent(const v1::CalendarEvent& event, int source, CsvWriter& table) {
  table.Text(event.key())
      .Number(source)
      .Number(event.sources_size())
      .Text(event.title())
      .Text(event.date().edtf())
      .Text(event.date().earliest_day())
      .Text(event.date().latest_day())
      .Text(event.city())
      .Text(event.country_code())
      .Text(EnumWord(event.level()))
      .Text(EnumWord(event.status()))
      .Number(event.count())
      .Text(ListCell(event.disagreements(), [](int number) {
        return EnumWord(static_cast<v1::Disagreement>(number));
      }));
}

void AddSource(const v1::EventSource& source, CsvWriter& table) {
  const registry::v1::Meeting& meeting = source.meeting();
  table.Text(MechanismId(source.questionnaire()))
      .Text(RecordId(source.questionnaire()))
      .Text(meeting.title());
  AddDateCells(meeting.date(), table);
  table.Text(meeting.city())
      .Text(meeting.country_code())
      .Text(meeting.place_as_written())
      .Text(EnumWord(meeting.level()))
      .Text(EnumWord(meeting.status()))
      .Text(meeting.evidence().question_id())
      .Text(meeting.evidence().quote())
      .Text(EnumWord(meeting.origin()));
}

}  // namespace

std::string CalendarCsv(const v1::Calendar& calendar,
                        int64_t computed_at_revision, CsvText text) {
  CsvWriter table({"event_key",
                   "source",
                   "source_count",
                   "event_title",
                   "event_date",
                   "event_earliest_day",
                   "event_latest_day",
                   "event_city",
                   "event_country_code",
                   "event_level",
                   "event_status",
                   "meeting_count",
                   "disagreements",
                   "mechanism",
                   "round",
                   "title",
                   "date_as_written",
                   "date",
                   "earliest_day",
                   "latest_day",
                   "city",
                   "country_code",
                   "place_as_written",
                   "level",
                   "status",
                   "question",
                   "quote",
                   "origin",
                   "computed_at_revision"},
                  text);
  for (const v1::CalendarEvent& event : calendar.events()) {
    for (int i = 0; i < event.sources_size(); ++i) {
      AddEvent(event, i + 1, table);
      AddSource(event.sources(i), table);
      table.Number(computed_at_revision);
    }
  }
  return table.ToString();
}

}  // namespace compendium
