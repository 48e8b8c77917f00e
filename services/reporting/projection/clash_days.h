// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"

namespace compendium::reporting {

// Days in order, each once.
using Days = std::vector<absl::CivilDay>;

// On which days an event may be.
struct EventDays {
  Days possible;  // at most kClashDaysMax; empty when they are not known
  Days certain;   // some of `possible`
};

// The days of an event whose sources give these dates.
//
// A date is certain of its days when it is of a day or finer, has both ends
// and is neither uncertain nor approximate: a day, each day from one to
// another, each day of a list (but not of a set, which means one of its days).
//
// A day of the event is certain when one date is certain of it and none
// excludes it. It is possible when some date allows it that has at most
// kClashDaysMax days and that no other makes more precise by allowing some of
// its days only. More than kClashDaysMax days in all are none: they say nothing
// about when the event is.
EventDays DaysOfEvent(const std::vector<EdtfDate>& dates);

// The days that stand in both.
Days CommonDays(const Days& a, const Days& b);

}  // namespace compendium::reporting
