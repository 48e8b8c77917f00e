// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_calendar.h"

#include <algorithm>
#include <utility>

namespace compendium::reporting {
namespace {

using registry::v1::Questionnaire;

Questionnaire Reduce(const QuestionnaireName& name,
                     const Questionnaire& questionnaire) {
  Questionnaire reduced;
  reduced.set_name(name.ToString());
  *reduced.mutable_meetings() = questionnaire.meetings();
  return reduced;
}

// What the effect leaves of a questionnaire's meetings; null for nothing.
CalendarLink ReadContribution(const QuestionnaireName& name,
                              const RecordEffect& effect) {
  if (effect.questionnaire == nullptr ||
      effect.questionnaire->meetings().empty())
    return nullptr;
  Contribution questionnaire = Keep(Reduce(name, *effect.questionnaire));
  std::vector<ToldEvent> told_events = ReadToldEvents(name, questionnaire);
  return std::make_shared<const CalendarContribution>(
      CalendarContribution{std::move(questionnaire), std::move(told_events)});
}

bool SameContent(const CalendarLink& a, const CalendarLink& b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->questionnaire->sha256 == b->questionnaire->sha256;
}

}  // namespace

absl::Span<const ToldEvent* const> CalendarRound::Comparable(
    EventBucket bucket) const {
  std::call_once(sorted_, [this] { SortComparable(); });
  const auto begin = std::partition_point(
      comparable_.begin(), comparable_.end(),
      [&](const ToldEvent* told) { return told->bucket < bucket; });
  const auto end = std::partition_point(
      begin, comparable_.end(),
      [&](const ToldEvent* told) { return told->bucket == bucket; });
  return absl::MakeConstSpan(comparable_)
      .subspan(static_cast<size_t>(begin - comparable_.begin()),
               static_cast<size_t>(end - begin));
}

void CalendarRound::SortComparable() const {
  contributions_.ForEach([&](const std::string&, const CalendarLink& link) {
    for (const ToldEvent& told : link->told_events)
      if (told.comparable) comparable_.push_back(&told);
  });
  std::stable_sort(comparable_.begin(), comparable_.end(),
                   [](const ToldEvent* a, const ToldEvent* b) {
                     return a->bucket < b->bucket;
                   });
}

MeetingCalendar Apply(MeetingCalendar calendar, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return calendar;
  const std::string& round_id = name->round().id();
  const std::string& mechanism_id = name->mechanism().id();
  const auto* round = calendar.rounds.Find(round_id);
  IdMap<CalendarLink> contributions;
  if (round != nullptr) contributions = (*round)->contributions();
  const CalendarLink* before = contributions.Find(mechanism_id);
  CalendarLink after = ReadContribution(*name, effect);
  if (SameContent(before == nullptr ? nullptr : *before, after))
    return calendar;

  if (after != nullptr) {
    contributions.Set(mechanism_id, std::move(after));
  } else {
    contributions.Erase(mechanism_id);
  }
  if (contributions.empty()) {
    calendar.rounds.Erase(round_id);
  } else {
    calendar.rounds.Set(round_id, std::make_shared<const CalendarRound>(
                                      std::move(contributions)));
  }
  return calendar;
}

void ForEachSaved(const MeetingCalendar& calendar, SavedRecordVisitor visit) {
  calendar.rounds.ForEach([&](const std::string&, const auto& round) {
    round->contributions().ForEach(
        [&](const std::string&, const CalendarLink& link) {
          const auto& kept = *link->questionnaire;
          visit({SavedKind::kMeetings, kept.record, kept.sha256});
        });
  });
}

}  // namespace compendium::reporting
