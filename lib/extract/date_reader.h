// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/extract/date_phrase.h"
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

// Reads the date that starts exactly at token `at` and ends before `last`, but
// for approximations in front of it and confirmations behind it. False, and
// `phrase` is as it was, when there is none. Constant time.
bool ReadDate(const std::vector<Token>& tokens, size_t at, size_t last,
              MonthsAhead& months, DatePhrase& phrase);

}  // namespace compendium
