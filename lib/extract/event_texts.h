// SPDX-License-Identifier: Apache-2.0
// What the texts of mentions mean to those who compare them. Used by
// event_side only.
#pragma once

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/string_view.h"

namespace compendium {

// Numbers of words, sorted; a title rarely has more.
using WordNumbers = absl::InlinedVector<int, 6>;

// See TitleWords.
struct NumberedTitle {
  WordNumbers words;
  WordNumbers plain;
  std::vector<int> ordinals;
};

// The texts of one questionnaire's mentions. Titles and places are read
// once, because the mentions of a list repeat them; it borrows their texts.
class EventTexts {
 public:
  // A small number for a text, so that comparing texts is comparing numbers.
  // The empty text is 0.
  int NumberOf(absl::string_view text);
  // The greatest number given so far.
  int count() const { return static_cast<int>(numbers_.size()); }

  // The words of a title or place; valid until the next call.
  const NumberedTitle& WordsOf(absl::string_view title);

 private:
  WordNumbers NumbersOf(const std::vector<std::string>& words);

  absl::flat_hash_map<std::string, int> numbers_;
  absl::flat_hash_map<absl::string_view, NumberedTitle> titles_;
};

}  // namespace compendium
