// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/candidate_events.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"
#include "services/reporting/projection/event_runs.h"
#include "services/reporting/projection/joined_events.h"

namespace compendium::reporting {

absl::Status ForEachCandidate(
    const Directory& directory, const MeetingCalendar& calendar,
    const Selection& selection,
    absl::FunctionRef<absl::Status(std::vector<const ToldEvent*>)> visit) {
  std::vector<const ToldEvent*> comparable, others;
  RETURN_IF_ERROR(ForEachSelected(
      calendar.contributions, selection, [&](const CalendarLink& link) {
        for (const ToldEvent& told : link->told_events)
          (told.comparable ? comparable : others).push_back(&told);
        return absl::OkStatus();
      }));
  const auto visit_counted = [&](std::vector<const ToldEvent*> told) {
    std::erase_if(told, [&](const ToldEvent* event) {
      return !directory.Holds(event->mechanism_id, event->round_id);
    });
    return told.empty() ? absl::OkStatus() : visit(std::move(told));
  };

  // What may be the same as a selected event is in its run, whoever tells it,
  // or people joined it.
  JoinedEvents joined(calendar);
  std::sort(comparable.begin(), comparable.end(),
            [](auto* a, auto* b) { return EventPlace(*a) < EventPlace(*b); });
  EventRuns runs(calendar.comparable);
  for (const ToldEvent* told : comparable)
    RETURN_IF_ERROR(visit_counted(joined.TakeWith(runs.Take(*told))));
  for (const ToldEvent* told : others)
    RETURN_IF_ERROR(visit_counted(joined.TakeWith({told})));
  return absl::OkStatus();
}

}  // namespace compendium::reporting
