// SPDX-License-Identifier: Apache-2.0
#include "cli/text/calendar_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/text_table.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

using ::compendium::reporting::v1::CalendarEvent;
using ::compendium::reporting::v1::Disagreement;

void AddEvent(const CalendarEvent& event, const ShortNames& names,
              TextTable& table) {
  std::vector<std::string> mechanisms;
  for (const std::string& mechanism : event.mechanisms())
    mechanisms.push_back(names.Of(mechanism));
  table.AddRow({MeetingDateWords(event.date()),
                PlaceWords(event.city(), event.country_code()),
                EventTitleWords(event),
                KindWords(event.level(), event.status()),
                absl::StrJoin(mechanisms, ", ")});
  for (const int about : event.disagreements())
    table.AddNote(
        absl::StrCat("! ", DisagreementWords(
                               event, static_cast<Disagreement>(about), names)),
        4);
}

}  // namespace

std::string CalendarText(const reporting::v1::Calendar& calendar,
                         const ShortNames& names, size_t width) {
  TextTable table({{.title = "Date", .least_width = 14},
                   {.title = "Place"},
                   {.title = "Meeting", .least_width = 24},
                   {.title = "Kind"},
                   {.title = "Told by"}});
  int undated = 0;
  int several = 0;
  int disagreeing = 0;
  for (const CalendarEvent& event : calendar.events()) {
    AddEvent(event, names, table);
    if (event.date().edtf().empty()) ++undated;
    if (event.sources_size() > 1) ++several;
    if (event.disagreements_size() > 0) ++disagreeing;
  }
  const std::string footer = absl::StrCat(
      Counted(calendar.events_size(), "event"), ": ", several,
      " told more than once, ", disagreeing,
      " about which the sources differ (!), ", undated, " without a date.");
  return absl::StrCat(table.ToString(width), "\n", Paragraph(footer, width));
}

}  // namespace compendium
