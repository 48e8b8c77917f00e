// SPDX-License-Identifier: Apache-2.0
#include "lib/request/as_of.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"

namespace compendium {

absl::StatusOr<AsOf> ParseAsOf(absl::string_view text) {
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   absl::ascii_isdigit);
  int64_t revision = 0;
  if (digits && absl::SimpleAtoi(text, &revision)) return AsOf(revision);
  absl::CivilDay day;
  if (text.size() == 10 && absl::ParseCivilTime(text, &day))
    return AsOf(absl::FromCivil(day + 1, absl::UTCTimeZone()) -
                absl::Nanoseconds(1));
  absl::Time time;
  std::string problem;
  // It also knows words, such as infinite-past.
  if (!digits && !text.empty() && text.front() <= '9' &&
      absl::ParseTime(absl::RFC3339_full, text, &time, &problem))
    return AsOf(time);
  return absl::InvalidArgumentError(
      absl::StrCat("got ", text,
                   ", want a revision, a day such as 2026-11-25 or a time such "
                   "as 2026-11-25T17:30:00+01:00"));
}

}  // namespace compendium
