// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/finding_options.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/strip.h"

namespace compendium {

int YearOfRound(absl::string_view round_id) {
  const size_t digits =
      std::min(round_id.find_first_not_of("0123456789"), round_id.size());
  int year = 0;
  const bool is_year = digits == 4 &&
                       absl::SimpleAtoi(round_id.substr(0, digits), &year) &&
                       year >= 1900 && year <= 2199;
  return is_year ? year : 0;
}

FindingOptions OptionsOf(const registry::v1::Round& round) {
  return {.round_year = YearOfRound(absl::StripPrefix(round.name(), "rounds/")),
          .due_day = round.due_day(),
          .form = round.form()};
}

std::optional<absl::CivilDay> JudgedDay(const FindingOptions& options) {
  absl::CivilDay day;
  if (absl::ParseCivilTime(options.due_day, &day)) return day;
  if (options.round_year == 0) return std::nullopt;
  return absl::CivilDay(options.round_year, 1, 1);
}

}  // namespace compendium
