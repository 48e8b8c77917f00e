// SPDX-License-Identifier: Apache-2.0
// Quick looks at numbers, before the readers of dates try them: most numbers of
// a text begin none.
#pragma once

#include <cstddef>
#include <vector>

#include "lib/extract/token.h"

namespace compendium {

// Where the months of a text stand, for a reader that moves forwards: days are
// read only where a month may follow, or a list of numbers would be read again
// from each of them. It borrows the tokens.
class MonthsAhead {
 public:
  MonthsAhead(const std::vector<Token>& tokens, size_t last)
      : tokens_(tokens), last_(last) {}

  // Whether a month may follow as near as the days that start at `at` can
  // reach. Looks at each token once, however often it is asked.
  bool IsNear(size_t at);

 private:
  const std::vector<Token>& tokens_;
  const size_t last_;
  size_t next_ = 0;  // the first one that may be a month, as far as is known
};

// Whether a month may stand behind days that begin at `at`: neither a number
// nor the end follows directly.
bool MayHaveMonth(const std::vector<Token>& tokens, size_t at, size_t last);

// Whether a number without a month's name behind it may begin a date: a year,
// "12.05.2016" or "1st quarter".
bool MayBeDateAlone(const std::vector<Token>& tokens, size_t at, size_t last);

}  // namespace compendium
