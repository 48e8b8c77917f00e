// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_calendar.h"

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

void EraseEvents(const CalendarLink& link, EventIndex& index) {
  if (link == nullptr) return;
  for (const ToldEvent& told : link->told_events)
    if (told.comparable) index.Erase(EventPlace(told));
}

void AddEvents(const CalendarLink& link, EventIndex& index) {
  if (link == nullptr) return;
  for (const ToldEvent& told : link->told_events)
    if (told.comparable) index.Set(EventPlace(told), NoValue());
}

}  // namespace

MeetingCalendar Apply(MeetingCalendar calendar, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return calendar;
  const CalendarLink before = calendar.contributions.Find(*name);
  CalendarLink after = ReadContribution(*name, effect);
  if (SameContent(before, after)) return calendar;
  // Out before in: two equal places borrow from different contributions.
  EraseEvents(before, calendar.comparable);
  AddEvents(after, calendar.comparable);
  calendar.contributions.Put(*name, std::move(after));
  return calendar;
}

void ForEachSaved(const MeetingCalendar& calendar, SavedRecordVisitor visit) {
  calendar.contributions.ForEach([&](const CalendarLink& link) {
    const auto& kept = *link->questionnaire;
    visit({SavedKind::kMeetings, kept.record, kept.sha256});
  });
}

}  // namespace compendium::reporting
