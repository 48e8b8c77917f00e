// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_days.h"

namespace compendium {

std::optional<DateDays> DaysOf(const EdtfDate& date) {
  if (!date.search_from_day().is_day() || !date.search_to_day().is_day())
    return std::nullopt;
  const bool strict =
      date.earliest_day().is_day() && date.latest_day().is_day();
  return DateDays{date.search_from_day().day(), date.search_to_day().day(),
                  !strict};
}

std::optional<DateDays> DaysOfYear(int year) {
  if (year < 1000 || year > 9999) return std::nullopt;
  return DateDays{absl::CivilDay(year, 1, 1), absl::CivilDay(year, 12, 31)};
}

}  // namespace compendium
