// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"

namespace compendium {

// The days that a date may mean, both inclusive.
struct DateDays {
  absl::CivilDay first;
  absl::CivilDay last;
  // Whether the standard gives the date none, so that these are those of its
  // year: wide enough to find a spring, never to say that it is over.
  bool is_wide = false;

  friend bool operator==(const DateDays& a, const DateDays& b) = default;
};

// The days of a date; nothing when it has no beginning or no end.
std::optional<DateDays> DaysOf(const EdtfDate& date);

// The days of a year of four digits; nothing for any other number.
std::optional<DateDays> DaysOfYear(int year);

}  // namespace compendium
