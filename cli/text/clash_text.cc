// SPDX-License-Identifier: Apache-2.0
#include "cli/text/clash_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/text_table.h"
#include "lib/words/clash_words.h"
#include "lib/words/counted.h"
#include "lib/words/display_width.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

std::string ClashWords(const v1::Clash& clash) {
  return absl::StrCat("= ", ClashDaysWords(clash), ": ",
                      Counted(clash.states_size(), "State"), ": ",
                      ClashingStatesWords(clash));
}

void AddMeeting(const v1::ClashingEvent& event, const ShortNames& names,
                TextTable& table) {
  std::vector<std::string> mechanisms;
  for (const std::string& mechanism : event.mechanisms())
    mechanisms.push_back(names.Of(mechanism));
  table.AddRow({MeetingDateWords(event.date()),
                PlaceWords(event.city(), event.country_code()), event.title(),
                KindWords(event.level(), event.status()),
                absl::StrJoin(mechanisms, ", ")});
}

// The clashes of one certainty as a table; empty when there are none.
std::string ClashTable(const v1::Clashes& clashes, v1::ClashCertainty certainty,
                       const ShortNames& names, size_t width) {
  TextTable table({{.title = "Date", .least_width = 14},
                   {.title = "Place"},
                   {.title = "Meeting", .least_width = 24},
                   {.title = "Kind"},
                   {.title = "Told by"}});
  bool is_first = true;
  for (const v1::Clash& clash : clashes.clashes()) {
    if (clash.certainty() != certainty) continue;
    if (!is_first) table.AddNote("", 0);
    is_first = false;
    AddMeeting(clash.first(), names, table);
    AddMeeting(clash.second(), names, table);
    table.AddNote(ClashWords(clash), 4);
  }
  return is_first ? "" : table.ToString(width);
}

}  // namespace

std::string ClashesText(const v1::Clashes& clashes, const ShortNames& names,
                        size_t width) {
  std::string out;
  const std::string certain =
      ClashTable(clashes, v1::CLASH_CERTAINTY_CERTAIN, names, width);
  if (!certain.empty())
    absl::StrAppend(&out, "Certain: days that both meetings cover.\n\n",
                    certain, "\n");
  const std::string possible =
      ClashTable(clashes, v1::CLASH_CERTAINTY_POSSIBLE, names, width);
  if (!possible.empty())
    absl::StrAppend(
        &out,
        Paragraph("Possible: days that both meetings may be on; one of the "
                  "dates is not known to the day, or not certain.",
                  width),
        "\n", possible, "\n");
  const std::string footer = absl::StrCat(
      clashes.certain_count(), " certain and ", clashes.possible_count(),
      " possible clashes of ", Counted(clashes.events_size(), "event"),
      "; compared ", clashes.compared_event_count(),
      ". Left out: ", clashes.undated_event_count(),
      " without a date or with one of more than two months, ",
      clashes.postponed_event_count(), " postponed, ",
      clashes.stateless_event_count(),
      " where no State is known to take part.");
  return absl::StrCat(out, Paragraph(footer, width));
}

}  // namespace compendium
