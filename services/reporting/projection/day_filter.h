// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"

namespace compendium::reporting {

// The days that are asked for, both ends inclusive; an absent end does not
// limit.
struct DayFilter {
  std::optional<absl::CivilDay> from_day = std::nullopt;
  std::optional<absl::CivilDay> to_day = std::nullopt;

  bool Selects(absl::CivilDay day) const {
    return !(from_day.has_value() && day < *from_day) &&
           !(to_day.has_value() && *to_day < day);
  }

  // Whether the date may mean a day that is asked for. An absent date is only
  // selected where nothing limits.
  bool MaySelect(const std::optional<EdtfDate>& date) const {
    if (!from_day.has_value() && !to_day.has_value()) return true;
    if (!date.has_value()) return false;
    const DayBound first = date->search_from_day();
    const DayBound last = date->search_to_day();
    if (from_day.has_value() && last.is_day() && last.day() < *from_day)
      return false;
    return !to_day.has_value() || !first.is_day() || first.day() <= *to_day;
  }
};

}  // namespace compendium::reporting
