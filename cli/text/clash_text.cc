// SPDX-License-Identifier: Apache-2.0
#include "cli/text/clash_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "cli/text/calendar_text.h"
#include "cli/text/counted.h"
#include "cli/text/date_words.h"
#include "cli/text/display_width.h"
#include "cli/text/enum_word.h"
#include "cli/text/text_table.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// More States than these are named by their codes, so that the list of a large
// mechanism stays below its meetings in length.
constexpr int kNamedStatesMax = 12;

using Spans = google::protobuf::RepeatedPtrField<v1::DaySpan>;
using Expectations = google::protobuf::RepeatedPtrField<v1::Expectation>;

std::string DaysWords(const Spans& spans) {
  return absl::StrJoin(
      spans, ", ", [](std::string* out, const v1::DaySpan& span) {
        const bool one_day = span.first_day() == span.last_day();
        absl::StrAppend(out,
                        DateWords(one_day ? span.first_day()
                                          : absl::StrCat(span.first_day(), "/",
                                                         span.last_day())));
      });
}

// "observer" where the State is nothing else there.
std::string CapacityWords(const Expectations& expectations) {
  std::string words;
  for (const v1::Expectation& expectation : expectations) {
    const auto role = expectation.role();
    if (role == registry::v1::PARTICIPANT_ROLE_MEMBER ||
        role == registry::v1::PARTICIPANT_ROLE_UNSPECIFIED)
      return "";
    words = EnumWord(role);
  }
  return words;
}

// "Albania, Switzerland (observer)".
std::string StateWords(const v1::ClashingState& state, bool by_name) {
  std::string words =
      by_name ? PlaceWords("", state.country_code()) : state.country_code();
  for (const Expectations* side : {&state.first(), &state.second()}) {
    const std::string capacity = CapacityWords(*side);
    if (!capacity.empty()) return absl::StrCat(words, " (", capacity, ")");
  }
  return words;
}

// By name, those that are members on both sides first.
std::string StatesWords(const v1::Clash& clash) {
  const bool by_name = clash.states_size() <= kNamedStatesMax;
  std::vector<std::string> members, others;
  for (const v1::ClashingState& state : clash.states()) {
    const bool is_member = CapacityWords(state.first()).empty() &&
                           CapacityWords(state.second()).empty();
    (is_member ? members : others).push_back(StateWords(state, by_name));
  }
  std::sort(members.begin(), members.end());
  std::sort(others.begin(), others.end());
  members.insert(members.end(), others.begin(), others.end());
  return absl::StrJoin(members, ", ");
}

std::string ClashWords(const v1::Clash& clash) {
  std::string days = DaysWords(clash.certain_days());
  if (days.empty()) {
    days = DaysWords(clash.possible_days());
  } else if (!clash.possible_days().empty()) {
    absl::StrAppend(&days, " (perhaps also ", DaysWords(clash.possible_days()),
                    ")");
  }
  return absl::StrCat("= ", days, ": ", Counted(clash.states_size(), "State"),
                      ": ", StatesWords(clash));
}

void AddMeeting(const v1::ClashingEvent& event, const ShortNames& names,
                TextTable& table) {
  std::vector<std::string> mechanisms;
  for (const std::string& mechanism : event.mechanisms())
    mechanisms.push_back(names.Of(mechanism));
  std::string kind = LevelWords(event.level());
  const std::string status = EnumWord(event.status());
  if (!status.empty()) absl::StrAppend(&kind, kind.empty() ? "" : ", ", status);
  table.AddRow({MeetingDateWords(event.date()),
                PlaceWords(event.city(), event.country_code()), event.title(),
                kind, absl::StrJoin(mechanisms, ", ")});
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
