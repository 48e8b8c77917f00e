// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/diff/cells_of.h"
#include "lib/diff/value_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// A mention as `curate` writes it, with its round: its questionnaire may be
// named in both.
struct Mention {
  std::string name;  // "midsa:m-0123456789ab"
  std::string id;    // the same with the questionnaire's whole name
};

Mention MentionOf(const v1::EventSource& source) {
  // Records that the registry keeps have ids.
  const std::string item = source.meeting().id().empty()
                               ? absl::StrCat("@", source.meeting_index())
                               : source.meeting().id();
  const std::vector<std::string> parts =
      absl::StrSplit(source.questionnaire(), '/');
  const std::string mechanism = parts.size() > 1 ? parts[1] : "";
  return {absl::StrCat(mechanism, ":", item),
          absl::StrCat(source.questionnaire(), ":", item)};
}

std::string PlaceWords(const std::string& city, const std::string& country) {
  return absl::StrCat(city, city.empty() || country.empty() ? "" : ", ",
                      country);
}

std::string EventWords(const v1::CalendarEvent& event) {
  std::string disagreements;
  for (const int disagreement : event.disagreements())
    absl::StrAppend(&disagreements,
                    disagreements.empty() ? "sources differ in " : ", ",
                    ValueWord(static_cast<v1::Disagreement>(disagreement)));
  const int sources = event.sources_size();
  return JoinParts(
      {event.date().edtf().empty() ? "no date" : event.date().edtf(),
       PlaceWords(event.city(), event.country_code()), ValueWord(event.level()),
       ValueWord(event.status()),
       event.count() > 1 ? absl::StrCat(event.count(), " meetings") : "",
       absl::StrCat(sources, sources == 1 ? " mention" : " mentions"),
       disagreements});
}

std::string SpanWords(const v1::DaySpan& span) {
  return span.first_day() == span.last_day()
             ? span.first_day()
             : absl::StrCat(span.first_day(), "/", span.last_day());
}

std::string ClashWords(const v1::Clash& clash) {
  const auto days = [](const auto& spans) {
    return absl::StrJoin(spans, ", ",
                         [](std::string* out, const v1::DaySpan& span) {
                           absl::StrAppend(out, SpanWords(span));
                         });
  };
  const auto labelled = [](absl::string_view label, const std::string& words) {
    return words.empty() ? "" : absl::StrCat(label, words);
  };
  return JoinParts(
      {labelled("certain ", days(clash.certain_days())),
       labelled("possible ", days(clash.possible_days())),
       absl::StrJoin(clash.states(), ", ",
                     [](std::string* out, const v1::ClashingState& state) {
                       absl::StrAppend(out, state.country_code());
                     })});
}

}  // namespace

Cells CellsOf(const v1::Calendar& calendar) {
  Cells cells;
  for (const v1::CalendarEvent& event : calendar.events()) {
    Cell cell;
    cell.title = event.title();
    cell.is_titled = true;
    cell.value = EventWords(event);
    cell.order = event.date().edtf().empty() ? "~"  // behind all days
                                             : event.date().earliest_day();
    std::string subject = event.key();
    for (const v1::EventSource& source : event.sources()) {
      const Mention mention = MentionOf(source);
      if (cell.ids.empty()) subject = mention.name;
      cell.ids.push_back(mention.id);
      AddEvidence(source.questionnaire(), source.meeting().evidence(), cell);
    }
    AddCell({v1::DIFF_KIND_CALENDAR, "", std::move(subject)}, std::move(cell),
            cells);
  }
  return cells;
}

Cells CellsOf(const v1::Clashes& clashes) {
  std::map<std::string, const v1::CalendarEvent*> events;
  for (const v1::CalendarEvent& event : clashes.events())
    events[event.key()] = &event;
  const auto mentions_of = [&](const v1::ClashingEvent& event) {
    std::vector<Mention> mentions;
    for (const v1::EventSource& source : events[event.key()]->sources())
      mentions.push_back(MentionOf(source));
    return mentions;
  };
  Cells cells;
  for (const v1::Clash& clash : clashes.clashes()) {
    std::vector<Mention> first = mentions_of(clash.first());
    std::vector<Mention> second = mentions_of(clash.second());
    // Which of the two may begin first can change.
    if (second.front().id < first.front().id) std::swap(first, second);
    Cell cell;
    cell.title =
        absl::StrCat(clash.first().title(), " and ", clash.second().title());
    cell.value = ClashWords(clash);
    cell.order = std::min(clash.first().date().earliest_day(),
                          clash.second().date().earliest_day());
    for (const Mention& a : first)
      for (const Mention& b : second)
        cell.ids.push_back(
            absl::StrCat(std::min(a.id, b.id), " ", std::max(a.id, b.id)));
    AddCell({v1::DIFF_KIND_CLASHES, "",
             absl::StrCat(first.front().name, " and ", second.front().name)},
            std::move(cell), cells);
  }
  return cells;
}

}  // namespace compendium
