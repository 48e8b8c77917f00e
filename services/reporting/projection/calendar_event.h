// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "compendium/reporting/v1/calendar.pb.h"
#include "lib/domain/edtf_date.h"
#include "services/reporting/projection/event_merge.h"

namespace compendium::reporting {

// An event of the calendar with its date as a value, to filter and sort by.
struct DatedEvent {
  v1::CalendarEvent event;
  std::optional<EdtfDate> date;  // absent when no day is known at either end
};

// Puts the sources of one event together, by questionnaire and position:
//   title   the longest; among equals the first
//   date    the most precise; among equals the first
//   place   city and country of the first source that states a city; else the
//           first country
//   level   the first that is stated, one that says more than "other" if there
//           is one
//   count   the greatest that a source gives
//   status  held before postponed before planned before tentative: what has
//           happened beats what was meant to
// Sources disagree in DATE when their possible days exclude each other or when
// two give different days; in PLACE when they state two cities or two
// countries; in STATUS when they state two.
// Each source but the first says why it is here (event_match.h).
DatedEvent MakeEvent(const EventGroup& group);

}  // namespace compendium::reporting
