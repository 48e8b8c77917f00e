// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_runs.h"

#include <algorithm>

#include "services/reporting/limits.h"

namespace compendium::reporting {

std::vector<const ToldEvent*> EventRuns::Take(const ToldEvent& told) {
  if (last_.has_value() && !(*last_ < EventPlace(told))) return {};
  // An event that reaches into the run reaches its first day, so that looking
  // back from the first one known so far misses none.
  const ToldEvent* first = &told;
  for (const ToldEvent* before = StepBack(*first); before != first;
       before = StepBack(*first))
    first = before;

  std::vector<const ToldEvent*> run;
  absl::CivilDay reach = first->last_day;
  index_.ForEachFrom(EventPlace(*first), [&](const EventPlace& place, NoValue) {
    const ToldEvent& event = *place.told();
    if (event.country_code != first->country_code || reach < event.first_day)
      return false;
    reach = std::max(reach, event.last_day);
    run.push_back(&event);
    return true;
  });
  last_ = EventPlace(*run.back());
  return run;
}

const ToldEvent* EventRuns::StepBack(const ToldEvent& told) const {
  const EventPlace end(told);
  EventPlace from(told.country_code, told.first_day - kComparedDaysMax);
  if (last_.has_value() && from < *last_) from = *last_;
  const ToldEvent* first = nullptr;
  absl::CivilDay reach;
  index_.ForEachFrom(from, [&](const EventPlace& place, NoValue) {
    const ToldEvent& event = *place.told();
    if (first == nullptr || reach < event.first_day) {
      first = &event;
      reach = event.last_day;
    }
    reach = std::max(reach, event.last_day);
    return place < end;
  });
  return first;
}

}  // namespace compendium::reporting
