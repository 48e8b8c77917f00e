// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_texts.h"

#include <algorithm>

#include "lib/extract/title_words.h"

namespace compendium {

int EventTexts::NumberOf(absl::string_view text) {
  if (text.empty()) return 0;
  return numbers_.try_emplace(text, count() + 1).first->second;
}

WordNumbers EventTexts::NumbersOf(const std::vector<std::string>& words) {
  WordNumbers numbers;
  numbers.reserve(words.size());
  for (const std::string& word : words) numbers.push_back(NumberOf(word));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

const NumberedTitle& EventTexts::WordsOf(absl::string_view title) {
  const auto [entry, added] = titles_.try_emplace(title);
  NumberedTitle& numbered = entry->second;
  if (!added) return numbered;
  const TitleWords words = compendium::WordsOf(title);
  numbered.words = NumbersOf(words.words);
  const bool all_plain = words.plain == words.words;
  numbered.plain = all_plain ? numbered.words : NumbersOf(words.plain);
  numbered.ordinals = words.ordinals;
  return numbered;
}

}  // namespace compendium
