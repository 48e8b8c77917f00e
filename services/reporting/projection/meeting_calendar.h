// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "services/reporting/projection/event_links.h"
#include "services/reporting/projection/event_place.h"
#include "services/reporting/projection/id_map.h"
#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"
#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// The meetings of one questionnaire and the events they make. Immutable.
struct CalendarContribution {
  Contribution questionnaire;
  std::vector<ToldEvent> told_events;  // by their first mention
};
using CalendarLink = std::shared_ptr<const CalendarContribution>;

// The projection behind the meeting calendar: what each questionnaire with
// meetings tells. A value; copies share their content.
//
// A change replaces the contribution of one questionnaire and the places of its
// events, or those of the questionnaires that a round's event links name, and
// nothing else. Which told events are one event is found when it is asked
// (event_merge.h), among those that stand near each other.
struct MeetingCalendar {
  QuestionnaireShelf<CalendarLink> contributions;
  // The comparable told events in `contributions`, which keeps them alive.
  EventIndex comparable;
  // What people said of a round's mentions, by round id.
  IdMap<EventLinksLink> links;
};

// The calendar after a change.
MeetingCalendar Apply(MeetingCalendar calendar, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const MeetingCalendar& calendar, SavedRecordVisitor visit);

}  // namespace compendium::reporting
