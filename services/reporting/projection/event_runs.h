// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "services/reporting/projection/event_place.h"
#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// Cuts the comparable told events of each country into runs: an event that
// shares a day with one of a run belongs to that run. What may be one event is
// therefore in one run, also when a month's end or two whole months lie between
// the first days. Borrows the index.
class EventRuns {
 public:
  explicit EventRuns(const EventIndex& index) : index_(index) {}

  // The run of `told`, by place; empty when it has been taken before. Call it
  // for events of the index in the order of their places. Costs the length of
  // the run and of the kComparedDaysMax before it, these only as far as no
  // earlier run was taken from them.
  std::vector<const ToldEvent*> Take(const ToldEvent& told);

 private:
  // The first event of the run as far as it begins at most kComparedDaysMax
  // before `told`; `told` itself when there is none before it.
  const ToldEvent* StepBack(const ToldEvent& told) const;

  const EventIndex& index_;
  std::optional<EventPlace> last_;  // of the run that was taken last
};

}  // namespace compendium::reporting
