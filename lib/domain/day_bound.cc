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

}  // namespace compendium
