// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// A meeting's title as it is compared: its words that carry meaning, in lower
// case, without plurals, "SOM" spelt out, sorted, each once; and
// its places in series ("3rd", "Eleventh", "XVI").
struct TitleWords {
  std::vector<std::string> words;
  std::vector<std::string> plain;  // those outside parentheses
  std::vector<int> ordinals;       // sorted
};

TitleWords WordsOf(absl::string_view title);

// Only its places in series.
std::vector<int> OrdinalsOf(absl::string_view title);

// How much of the shorter title the other one has, 0 to 1; with or without what
// stands in parentheses, whatever is more.
double Likeness(const TitleWords& one, const TitleWords& other);

// Whether a title has all words of `part`.
bool Covers(const TitleWords& title, const TitleWords& part);

// Whether both have places in series, and none in common.
bool OrdinalsDiffer(const TitleWords& one, const TitleWords& other);

}  // namespace compendium
