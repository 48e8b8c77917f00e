// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/day_bound.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {

absl::CivilDay DayBound::day() const {
  CHECK(is_day());
  return day_;
}

std::string DayBound::ToString() const {
  switch (kind_) {
    case Kind::kDay:
      return IsoDay(day_);
    case Kind::kOpen:
      return "open";
    case Kind::kUnknown:
      return "unknown";
    case Kind::kNone:
      return "";
  }
  return "";
}

std::string IsoDay(absl::CivilDay day) {
  return absl::StrCat(day.year() < 0 ? "-" : "",
                      absl::Dec(std::abs(day.year()), absl::kZeroPad4), "-",
                      absl::Dec(day.month(), absl::kZeroPad2), "-",
                      absl::Dec(day.day(), absl::kZeroPad2));
}

std::optional<absl::CivilDay> ParseIsoDay(absl::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (i != 4 && i != 7 && !is_digit) return std::nullopt;
  }
  const auto number = [text](size_t i) {  // of two digits
    return 10 * (text[i] - '0') + (text[i + 1] - '0');
  };
  const int month = number(5);
  const int day = number(8);
  // A civil day that does not exist is moved to one that does.
  const absl::CivilDay civil(100 * number(0) + number(2), month, day);
  if (civil.month() != month || civil.day() != day) return std::nullopt;
  return civil;
}

}  // namespace compendium
