// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/round_year.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace compendium {

absl::StatusOr<int> RoundYear(absl::string_view round_id) {
  int year = 0;
  if (round_id.size() < 4 || !absl::SimpleAtoi(round_id.substr(0, 4), &year) ||
      year < 1000 || (round_id.size() > 4 && round_id[4] != '-'))
    return absl::InvalidArgumentError(
        absl::StrCat("round: got ", round_id,
                     ", want an id that begins with its year, such as 2016"));
  return year;
}

}  // namespace compendium
