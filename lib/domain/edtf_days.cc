// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_days.h"

#include <array>
#include <cstddef>

namespace compendium {
namespace {

enum class Direction { kForward, kBackward };

bool Matches(const std::array<char, 2>& pattern, int value) {
  return (pattern[0] == 'X' || pattern[0] == '0' + value / 10) &&
         (pattern[1] == 'X' || pattern[1] == '0' + value % 10);
}

int Number(const std::array<char, 2>& digits) {
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

int DaysInMonth(absl::civil_year_t year, int month) {
  const absl::CivilMonth this_month(year, month);
  return static_cast<int>(absl::CivilDay(this_month + 1) -
                          absl::CivilDay(this_month));
}

// The first or last matching day of one year.
std::optional<absl::CivilDay> DayInYear(const EdtfPart& part,
                                        absl::civil_year_t year,
                                        Direction direction) {
  const bool forward = direction == Direction::kForward;
  for (int i = 1; i <= 12; ++i) {
    const int month = forward ? i : 13 - i;
    if (!Matches(part.month, month)) continue;
    const int days = DaysInMonth(year, month);
    for (int j = 1; j <= days; ++j) {
      const int day = forward ? j : days + 1 - j;
      if (Matches(part.day, day)) return absl::CivilDay(year, month, day);
    }
  }
  return std::nullopt;
}

// How many years the pattern allows: ten for each X.
int YearCount(const EdtfPart& part) {
  int count = 1;
  for (const char digit : part.year) {
    if (digit == 'X') count *= 10;
  }
  return count;
}

// The year whose digits are the pattern's, with those of `index` for the Xs;
// it grows with the index. Its sign is left out.
int YearAt(const EdtfPart& part, int index) {
  int year = 0;
  int unit = 1;
  for (size_t i = part.year.size(); i-- > 0; unit *= 10) {
    const bool given = part.year[i] != 'X';
    year += unit * (given ? part.year[i] - '0' : index % 10);
    if (!given) index /= 10;
  }
  return year;
}

// The first or last matching day of all. Leap years decide only about
// 29 February, so that the loop rarely turns more than once.
std::optional<absl::CivilDay> DayInAll(const EdtfPart& part,
                                       Direction direction) {
  constexpr int kLeapYear = 2000;
  if (!DayInYear(part, kLeapYear, direction).has_value()) return std::nullopt;
  const int count = YearCount(part);
  const bool index_grows = (direction == Direction::kForward) != part.negative;
  for (int i = 0; i < count; ++i) {
    const int year = YearAt(part, index_grows ? i : count - 1 - i);
    if (part.negative && year == 0) continue;  // the standard has no -0000
    const auto day = DayInYear(part, part.negative ? -year : year, direction);
    if (day.has_value()) return day;
  }
  return std::nullopt;
}

DayRange Months(absl::civil_year_t year, int first, int count) {
  const absl::CivilMonth begin(year, first);
  return {absl::CivilDay(begin), absl::CivilDay(begin + count) - 1};
}

// The days of a date without X, as nearly all are.
std::optional<DayRange> DaysAsWritten(const EdtfPart& part) {
  const int digits = YearAt(part, 0);
  if (part.negative && digits == 0) return std::nullopt;
  const int year = part.negative ? -digits : digits;
  if (part.components == 1) return Months(year, 1, 12);
  const int month = Number(part.month);
  if (month < 1 || month > 12) return std::nullopt;
  if (part.components == 2) return Months(year, month, 1);
  const absl::CivilDay day(year, month, Number(part.day));
  // A day that does not exist would have become one of another month.
  if (day.month() != month || day.day() != Number(part.day))
    return std::nullopt;
  return DayRange{day, day};
}

DayRange DaysOfSeason(absl::civil_year_t year, int season) {
  if (season >= 40) return Months(year, 1 + (season - 40) * 6, 6);
  if (season >= 37) return Months(year, 1 + (season - 37) * 4, 4);
  if (season >= 33) return Months(year, 1 + (season - 33) * 3, 3);
  return Months(year, 1, 12);
}

}  // namespace

bool SeasonHasDates(int season) { return season >= 33; }

std::optional<DayRange> DaysOf(const EdtfPart& part) {
  if (part.season != 0) {
    const int year = YearAt(part, 0);
    if (part.negative && year == 0) return std::nullopt;
    return DaysOfSeason(part.negative ? -year : year, part.season);
  }
  if (!part.unspecified) return DaysAsWritten(part);
  const auto first = DayInAll(part, Direction::kForward);
  if (!first.has_value()) return std::nullopt;
  return DayRange{*first, *DayInAll(part, Direction::kBackward)};
}

}  // namespace compendium
