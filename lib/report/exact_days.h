// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace compendium {

// Days that follow each other; both ends are among them.
struct ExactDays {
  absl::CivilDay first;
  absl::CivilDay last;
};

// The days of a date in EDTF that is written out to the day: one day, or from
// one day to another, whether or not they are marked uncertain or approximate.
// Nothing for what is coarser or open, for one of several days and for a list
// of days, and for what is not EDTF: none of these may be shown as days that
// somebody said.
std::optional<ExactDays> ExactDaysOf(absl::string_view edtf);

}  // namespace compendium
