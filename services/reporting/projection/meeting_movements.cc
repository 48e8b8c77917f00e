// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/meeting_movements.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lib/base/status_macros.h"

namespace compendium::reporting {

EventsByMechanism ReadEvents(const v1::Calendar& calendar,
                             const RoundName& round) {
  EventsByMechanism events;
  for (const v1::CalendarEvent& event : calendar.events()) {
    std::set<std::string> mechanisms;
    for (const v1::EventSource& source : event.sources()) {
      const auto name = QuestionnaireName::Parse(source.questionnaire());
      CHECK(name.ok());  // it is that of a kept record
      if (name->round() == round)
        mechanisms.insert(name->mechanism().ToString());
    }
    for (const std::string& mechanism : mechanisms)
      events[mechanism].push_back(event);
  }
  return events;
}

void AddMeetingMovements(const std::string& mechanism, const ToldEvents& base,
                         const ToldEvents& now, v1::YearOnYear& answer) {
  std::map<int, v1::MeetingMovement> by_level;
  for (const v1::CalendarEvent& event : base) {
    v1::MeetingMovement& moved = by_level[event.level()];
    moved.set_base_count(moved.base_count() + std::max(event.count(), 1));
    *moved.add_base_events() = event;
  }
  for (const v1::CalendarEvent& event : now) {
    v1::MeetingMovement& moved = by_level[event.level()];
    moved.set_count(moved.count() + std::max(event.count(), 1));
    *moved.add_events() = event;
  }
  for (auto& [level, moved] : by_level) {
    moved.set_mechanism(mechanism);
    moved.set_level(static_cast<registry::v1::MeetingLevel>(level));
    *answer.add_meetings() = std::move(moved);
  }
}

}  // namespace compendium::reporting
