// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/container/flat_hash_set.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// Completes told events by those that people joined with them, wherever these
// stand, and by the runs of these in turn. Borrows the calendar.
class JoinedEvents {
 public:
  explicit JoinedEvents(const MeetingCalendar& calendar)
      : calendar_(calendar) {}

  // `told`, a whole run or one that is in none, with all that may be one event
  // with one of them. Empty when they have been taken with others before.
  std::vector<const ToldEvent*> TakeWith(std::vector<const ToldEvent*> told);

 private:
  // Those that people joined with `told`, itself among them.
  std::vector<const ToldEvent*> PartnersOf(const ToldEvent& told) const;

  const MeetingCalendar& calendar_;
  // What was taken, as far as people joined anything to it.
  absl::flat_hash_set<const ToldEvent*> taken_;
};

}  // namespace compendium::reporting
