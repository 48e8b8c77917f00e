// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_calendar.h"

#include <set>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {
namespace {

using registry::v1::Questionnaire;
using registry::v1::Round;

CalendarLink ReadContribution(const QuestionnaireName& name,
                              Contribution questionnaire,
                              const EventLinksLink& links) {
  std::vector<ToldEvent> told_events =
      ReadToldEvents(name, questionnaire, links);
  return std::make_shared<const CalendarContribution>(
      CalendarContribution{std::move(questionnaire), std::move(told_events)});
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

// Puts what a questionnaire tells in place of what it told; null takes it out.
void Put(const QuestionnaireName& name, Contribution questionnaire,
         const EventLinksLink& links, MeetingCalendar& calendar) {
  const CalendarLink before = calendar.contributions.Find(name);
  CalendarLink after;
  if (questionnaire != nullptr)
    after = ReadContribution(name, std::move(questionnaire), links);
  // Out before in: two equal places borrow from different contributions.
  EraseEvents(before, calendar.comparable);
  AddEvents(after, calendar.comparable);
  calendar.contributions.Put(name, std::move(after));
}

EventLinksLink LinksOf(const MeetingCalendar& calendar,
                       const RoundName& round) {
  const EventLinksLink* links = calendar.links.Find(round.id());
  return links == nullptr ? nullptr : *links;
}

// Puts the round's event links in place of those before; null takes them out.
MeetingCalendar ApplyLinks(MeetingCalendar calendar, const RoundName& name,
                           const Round* round) {
  const EventLinksLink before = LinksOf(calendar, name);
  EventLinksLink after;
  if (round != nullptr && round->event_links_size() > 0)
    after = std::make_shared<const EventLinks>(name, *round);
  if (before == nullptr && after == nullptr) return calendar;
  if (after == nullptr) {
    calendar.links.Erase(name.id());
  } else {
    calendar.links.Set(name.id(), after);
  }
  std::set<std::string> named;
  for (const EventLinksLink& links : {before, after})
    if (links != nullptr)
      named.insert(links->mechanisms().begin(), links->mechanisms().end());
  for (const std::string& mechanism : named) {
    auto mechanism_name = MechanismName::FromId(mechanism);
    CHECK(mechanism_name.ok());  // EventLinks took it from a name
    const QuestionnaireName questionnaire(*std::move(mechanism_name), name);
    const CalendarLink link = calendar.contributions.Find(questionnaire);
    if (link != nullptr)
      Put(questionnaire, link->questionnaire, after, calendar);
  }
  return calendar;
}

}  // namespace

MeetingCalendar Apply(MeetingCalendar calendar, const RecordEffect& effect) {
  if (const RoundName* round = effect.name.round())
    return ApplyLinks(std::move(calendar), *round, effect.round);
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return calendar;
  const CalendarLink before = calendar.contributions.Find(*name);
  Contribution after =
      KeepList(*name, effect, [](const Questionnaire& from, Questionnaire& to) {
        *to.mutable_meetings() = from.meetings();
      });
  if (SameContent(before == nullptr ? nullptr : before->questionnaire, after))
    return calendar;
  Put(*name, std::move(after), LinksOf(calendar, name->round()), calendar);
  return calendar;
}

void ForEachSaved(const MeetingCalendar& calendar, SavedRecordVisitor visit) {
  calendar.contributions.ForEach([&](const CalendarLink& link) {
    const auto& kept = *link->questionnaire;
    visit({SavedKind::kMeetings, kept.record, kept.sha256});
  });
}

}  // namespace compendium::reporting
