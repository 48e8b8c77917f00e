// SPDX-License-Identifier: Apache-2.0
// What the texts of mentions mean to those who compare them. Used by
// event_side only.
#pragma once

#include <cstddef>
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
  bool all_plain = false;  // both lists are the same, as in most titles
  std::vector<int> ordinals;
};

// The texts of one questionnaire's mentions as small numbers, so that comparing
// texts is comparing numbers; the empty text is 0. Each text is read once,
// because the mentions of a list repeat them; it borrows them.
class EventTexts {
 public:
  EventTexts() : titles_(1) {}

  // Questions have numbers of their own, without gaps. The one asked for before
  // costs nothing.
  int QuestionOf(absl::string_view id);
  int question_count() const { return static_cast<int>(questions_.size()); }

  // Of two spellings with one NameKey, the same number.
  int CityOf(absl::string_view city);

  // The number of a title or a place, and what it says; that is valid until the
  // next title is numbered.
  int TitleOf(absl::string_view title);
  const NumberedTitle& WordsOf(int title) const {
    return titles_[static_cast<size_t>(title)];
  }

 private:
  using Numbers = absl::flat_hash_map<std::string, int>;
  using Views = absl::flat_hash_map<absl::string_view, int>;

  WordNumbers NumbersOf(const std::vector<std::string>& words);

  Views questions_;
  absl::string_view asked_;  // the last question, and its number
  int asked_number_ = 0;
  Views cities_;
  Numbers city_names_;
  Views title_numbers_;
  std::vector<NumberedTitle> titles_;  // by number
  Numbers words_;
};

}  // namespace compendium
