// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_texts.h"

#include <algorithm>
#include <utility>

#include "lib/domain/name_key.h"
#include "lib/extract/title_words.h"

namespace compendium {
namespace {

// The number of a text in its map: the next one for a new text.
template <typename Numbers, typename Text>
int NumberIn(Numbers& numbers, Text&& text) {
  const int next = static_cast<int>(numbers.size()) + 1;
  return numbers.try_emplace(std::forward<Text>(text), next).first->second;
}

}  // namespace

int EventTexts::QuestionOf(absl::string_view id) {
  if (id != asked_) {
    asked_ = id;
    asked_number_ = id.empty() ? 0 : NumberIn(questions_, id);
  }
  return asked_number_;
}

int EventTexts::CityOf(absl::string_view city) {
  if (city.empty()) return 0;
  const auto [entry, added] = cities_.try_emplace(city);
  if (added) {
    // Of marks without width nothing is left.
    std::string name = NameKey(city);
    entry->second = name.empty() ? 0 : NumberIn(city_names_, std::move(name));
  }
  return entry->second;
}

int EventTexts::TitleOf(absl::string_view title) {
  if (title.empty()) return 0;
  const int number = NumberIn(title_numbers_, title);
  if (static_cast<size_t>(number) < titles_.size()) return number;
  TitleWords words = compendium::WordsOf(title);
  NumberedTitle& numbered = titles_.emplace_back();
  numbered.words = NumbersOf(words.words);
  numbered.all_plain = words.plain == words.words;
  numbered.plain = numbered.all_plain ? numbered.words : NumbersOf(words.plain);
  numbered.ordinals = std::move(words.ordinals);
  return number;
}

WordNumbers EventTexts::NumbersOf(const std::vector<std::string>& words) {
  WordNumbers numbers;
  numbers.reserve(words.size());
  for (const std::string& word : words)
    numbers.push_back(NumberIn(words_, word));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace compendium
