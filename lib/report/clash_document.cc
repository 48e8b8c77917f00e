// SPDX-License-Identifier: Apache-2.0
#include "lib/report/clash_document.h"

#include <map>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/domain/country.h"
#include "lib/report/calendar_document.h"
#include "lib/report/document_text.h"
#include "lib/words/clash_words.h"
#include "lib/words/counted.h"
#include "lib/words/event_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

bool IsCertain(const v1::Clash& clash) {
  return clash.certainty() == v1::CLASH_CERTAINTY_CERTAIN;
}

std::string RowId(int index) { return absl::StrCat("clash-", index + 1); }

// "Forum; 4 May 2016; Lusaka, Zambia; workshop, held; MIDSA".
std::string MeetingWords(const v1::ClashingEvent& event,
                         const ReportContext& context) {
  std::string words =
      absl::StrCat(event.title(), "; ", MeetingDateWords(event.date()));
  for (const std::string& part :
       {FullPlaceWords(event.city(), event.country_code()),
        KindWords(event.level(), event.status()),
        context.ShortNamesOf(event.mechanisms())})
    if (!part.empty()) absl::StrAppend(&words, "; ", part);
  return words;
}

// By key.
using Events = std::map<std::string, const v1::CalendarEvent*>;

Events ReadEvents(const v1::Clashes& clashes) {
  Events events;
  for (const v1::CalendarEvent& event : clashes.events())
    events.emplace(event.key(), &event);
  return events;
}

// The evidence of both events.
std::vector<int> ClashEvidence(const v1::Clash& clash, const Events& events,
                               ReportContext& context) {
  std::vector<int> numbers;
  for (const v1::ClashingEvent* side : {&clash.first(), &clash.second()}) {
    const auto event = events.find(side->key());
    if (event == events.end()) continue;
    const std::vector<int> own = EventEvidence(*event->second, context);
    numbers.insert(numbers.end(), own.begin(), own.end());
  }
  return numbers;
}

DocumentRow ClashRow(int index, const Events& events, ReportContext& context) {
  const v1::Clash& clash = context.content.clashes().clashes(index);
  return {.id = RowId(index),
          .cells = {NumberCell(index + 1), TextCell(ClashDaysWords(clash)),
                    TextCell(MeetingWords(clash.first(), context)),
                    TextCell(MeetingWords(clash.second(), context)),
                    TextCell(absl::StrCat(Counted(clash.states_size(), "State"),
                                          ": ", ClashingStatesWords(clash))),
                    EvidenceList::Cell(ClashEvidence(clash, events, context))}};
}

// A State with its clashes, and why it is expected.
struct StateClashes {
  int certain_count = 0;
  int possible_count = 0;
  std::vector<DocumentText> clashes;
  std::vector<int> evidence;
};

void AddExpectations(
    const google::protobuf::RepeatedPtrField<v1::Expectation>& expectations,
    ReportContext& context, StateClashes& state) {
  // That a program found the name is not said with an expectation.
  for (const v1::Expectation& expectation : expectations)
    state.evidence.push_back(context.evidence.AddParticipant(
        expectation.questionnaire(), expectation.participant_index(),
        expectation.as_written(), registry::v1::ORIGIN_UNSPECIFIED));
}

// By name.
std::map<std::string, StateClashes> ReadStates(ReportContext& context) {
  const v1::Clashes& clashes = context.content.clashes();
  std::map<std::string, StateClashes> states;
  for (int i = 0; i < clashes.clashes_size(); ++i) {
    const v1::Clash& clash = clashes.clashes(i);
    for (const v1::ClashingState& clashing : clash.states()) {
      const auto country = CountryCode::Parse(clashing.country_code());
      StateClashes& state = states[country.ok() ? std::string(country->name())
                                                : clashing.country_code()];
      ++(IsCertain(clash) ? state.certain_count : state.possible_count);
      if (!state.clashes.empty()) state.clashes.push_back({", "});
      state.clashes.push_back(
          {absl::StrCat(i + 1), absl::StrCat("#", RowId(i))});
      AddExpectations(clashing.first(), context, state);
      AddExpectations(clashing.second(), context, state);
    }
  }
  return states;
}

DocumentSection StateSection(ReportContext& context) {
  DocumentTable table{
      .id = "states-table",
      .caption = "Clashes by State",
      .columns = {{.title = "State", .width = 4},
                  {.title = "Certain", .width = 2, .is_number = true},
                  {.title = "Possible", .width = 2, .is_number = true},
                  {.title = "Clashes", .width = 4},
                  {.title = "Evidence", .width = 4}}};
  for (auto& [name, state] : ReadStates(context))
    table.rows.push_back(
        {.cells = {TextCell(name),
                   NumberCell(state.certain_count),
                   NumberCell(state.possible_count),
                   {.parts = std::move(state.clashes)},
                   EvidenceList::Cell(std::move(state.evidence))}});
  return {.id = "states",
          .title = "Clashes by State",
          .blocks = {NoteParagraph("The evidence is the entry of each "
                                   "questionnaire that lists the State."),
                     std::move(table)}};
}

void AddClashSection(const std::string& id, const std::string& title,
                     const std::string& note, v1::ClashCertainty certainty,
                     ReportContext& context, Document& document) {
  DocumentTable table = ClashTable(certainty, context);
  if (table.rows.empty()) return;
  document.sections.push_back(
      {.id = id,
       .title = title,
       .blocks = {NoteParagraph(note), std::move(table)}});
}

}  // namespace

std::vector<DocumentBlock> ClashSummary(const ReportContext& context) {
  const v1::Clashes& clashes = context.content.clashes();
  std::vector<DocumentBlock> blocks;
  blocks.push_back(PlainParagraph(
      absl::StrCat("Certain clashes: ", clashes.certain_count(),
                   ". Possible clashes: ", clashes.possible_count(), ". ",
                   Counted(clashes.compared_event_count(), "event"),
                   " compared. Left out: ", clashes.undated_event_count(),
                   " without a date or with one of more than two months, ",
                   clashes.postponed_event_count(), " postponed, ",
                   clashes.stateless_event_count(),
                   " where no State is known to take part.")));
  blocks.push_back(NoteParagraph(
      "A clash is a day on which one State is expected at two different "
      "meetings. A State is expected where a questionnaire that tells of the "
      "meeting lists it as a participant; observers and partners are not "
      "counted. A clash is certain when both meetings certainly cover some "
      "day, and possible when they may: a date is not known to the day, or is "
      "left to be confirmed. Where many States clash, their codes (ISO 3166-1) "
      "stand for them."));
  return blocks;
}

DocumentTable ClashTable(v1::ClashCertainty certainty, ReportContext& context) {
  const bool is_certain = certainty == v1::CLASH_CERTAINTY_CERTAIN;
  DocumentTable table{
      .id = is_certain ? "certain-clashes" : "possible-clashes",
      .caption = is_certain ? "Certain clashes" : "Possible clashes",
      .columns = {{.title = "No.", .width = 3, .is_number = true},
                  {.title = "Days", .width = 6},
                  {.title = "First meeting", .width = 12},
                  {.title = "Second meeting", .width = 12},
                  {.title = "States", .width = 12},
                  {.title = "Evidence", .width = 4}},
      .is_wide = true};
  const v1::Clashes& clashes = context.content.clashes();
  const Events events = ReadEvents(clashes);
  for (int i = 0; i < clashes.clashes_size(); ++i)
    if (clashes.clashes(i).certainty() == certainty)
      table.rows.push_back(ClashRow(i, events, context));
  return table;
}

void AddClashes(ReportContext& context, Document& document) {
  document.sections.push_back({.id = "summary",
                               .title = "At a glance",
                               .blocks = ClashSummary(context)});
  AddClashSection("certain", "Certain clashes",
                  "On these days both meetings take place, as far as their "
                  "sources say.",
                  v1::CLASH_CERTAINTY_CERTAIN, context, document);
  AddClashSection("possible", "Possible clashes",
                  "On these days both meetings may take place.",
                  v1::CLASH_CERTAINTY_POSSIBLE, context, document);
  if (context.content.clashes().clashes_size() > 0)
    document.sections.push_back(StateSection(context));
  document.sections.push_back(context.evidence.ToSection());
}

}  // namespace compendium
