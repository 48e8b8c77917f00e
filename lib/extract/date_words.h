// SPDX-License-Identifier: Apache-2.0
// The words of which English dates are made. Each function looks at the tokens
// from `at` on, never beyond `last`, and tells where the piece ends; `end` is
// `at` when there is none. Constant time, pure.
#pragma once

#include <cstddef>
#include <vector>

#include "lib/extract/token.h"

namespace compendium {

// A number that a date part was read from, and where it ends.
struct DateWord {
  int value = 0;
  size_t end = 0;
  explicit operator bool() const { return value != 0; }
};

// Whether a date may begin with this token, but for words such as "early": a
// quick look, so that the readers below see few of the words of a text.
bool MayStartDate(const Token& token);

// Whether a date or the approximation in front of one may begin with it.
bool MayOpenDate(const Token& token);

// Whether it has the letters of a month's name; a quick look, too.
bool MayBeMonth(const Token& token);

// Whether it is the name of a month, also a German or French one, whatever its
// capitals.
bool IsMonthName(const Token& token);

// "28", "1st", "07": 1 to 31.
DateWord ReadDay(const std::vector<Token>& tokens, size_t at, size_t last);

// "February", "Feb", "Sept.", "März", "juin": 1 to 12. A name that is also a
// word ("may", "march", "mar", "dec" …) must start with a capital.
DateWord ReadMonth(const std::vector<Token>& tokens, size_t at, size_t last);

// "2016", 1900 to 2199.
DateWord ReadYear(const std::vector<Token>& tokens, size_t at, size_t last);

// The year behind a month or day, with the marks that people put between:
// "2016", ", 2016", "; 2016", "of 2016".
DateWord ReadYearAfter(const std::vector<Token>& tokens, size_t at,
                       size_t last);

// A part of a year by the numbers of EDTF: "final quarter of" is 36, "Q1" 33,
// "second half of" 41, "spring" 21.
DateWord ReadSeason(const std::vector<Token>& tokens, size_t at, size_t last);

// Whether words such as "early" or "beginning of" may start here; a quick look.
bool MayApproximate(const Token& token);

// "early", "mid-", "beginning of", "around": that the date is approximate;
// value 1.
DateWord ReadApproximation(const std::vector<Token>& tokens, size_t at,
                           size_t last);

// "(tbc)", "tbd", "to be confirmed": that it is uncertain; value 1.
DateWord ReadToBeConfirmed(const std::vector<Token>& tokens, size_t at,
                           size_t last);

}  // namespace compendium
