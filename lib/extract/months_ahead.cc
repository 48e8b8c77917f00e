// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/months_ahead.h"

#include <algorithm>

#include "lib/extract/date_words.h"
#include "lib/extract/limits.h"

namespace compendium {

bool MonthsAhead::IsNear(size_t at) {
  // Eight days, each with a suffix, a dot, a comma and an "and"; then "of".
  constexpr size_t kReach = kDateDaysMax * 5 + 1;
  next_ = std::max(next_, at);
  const size_t reach = std::min(last_, at + kReach + 1);
  while (next_ < reach && !MayBeMonth(tokens_[next_])) ++next_;
  return next_ < reach;
}

bool MayHaveMonth(const std::vector<Token>& tokens, size_t first, size_t last) {
  size_t at = first + 1;
  if (at < last && !tokens[at].space_before && tokens[at].is_word()) ++at;
  // Neither a month nor what stands between days.
  return at < last && !tokens[at].is_number();
}

bool MayBeDateAlone(const std::vector<Token>& tokens, size_t at, size_t last) {
  if (tokens[at].Value() >= 1900) return true;
  if (at + 1 >= last || tokens[at + 1].space_before) return false;
  return tokens[at + 1].is_word() || tokens[at + 1].Is('.');
}

}  // namespace compendium
