// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium::reporting {

// What of a meeting's title tells which meeting it is. Titles are taken apart
// into words (capitals and accents folded), then
//   - words without content ("of", "the") are left out;
//   - ordinals and numbers ("2nd", "XVI", "third") are kept apart, since the
//     8th and the 9th meeting of one group are two; years are left out;
//   - words that half of all titles have ("meeting", "regional") count, but
//     say nothing alone: the rest are telling.
// All lists are sorted and hold nothing twice. Immutable.
struct TitleWords {
  std::vector<std::string> common;
  std::vector<std::string> telling;
  std::vector<int> numbers;

  friend bool operator==(const TitleWords& a, const TitleWords& b) = default;
};

TitleWords ReadTitle(absl::string_view title);

// How much two titles are alike, from kAlike to kSame, or 0 when they are not:
// at least three in five words of the shorter one stand in the other, two of
// them telling or, when all of it does, one; and if both have numbers, they
// share one. The same in both directions.
inline constexpr int kAlike = 600;
inline constexpr int kSame = 1000;
int Likeness(const TitleWords& a, const TitleWords& b);

// Whether that is enough where not even the city is known: the shorter title
// stands in the other as a whole, with two telling words.
bool AreStronglyAlike(const TitleWords& a, const TitleWords& b);

// The titles under which one questionnaire tells of an event.
using Titles = std::vector<TitleWords>;

// The greatest likeness of a title of `a` with one of `b`; with `strongly`,
// only of those that are strongly alike. 0 when both have numbers but share
// none.
int Likeness(const Titles& a, const Titles& b, bool strongly);

}  // namespace compendium::reporting
