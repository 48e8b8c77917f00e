// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "lib/domain/edtf_part.h"

namespace compendium {

// The first and last day that a part may mean, both inclusive.
struct DayRange {
  absl::CivilDay first;
  absl::CivilDay last;
};

// The days that match, each X taken as any digit and qualifiers ignored; none
// when the calendar has no such day. For a season without dates in the
// standard (21 to 32) the whole year. Needs at most 10,000 trials of a year,
// and more than a few only for 29 February.
std::optional<DayRange> DaysOf(const EdtfPart& part);

// Whether the standard gives the season's days: quarters, thirds and halves.
bool SeasonHasDates(int season);

}  // namespace compendium
