// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/title_words.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "lib/extract/meeting_words.h"
#include "lib/extract/text_lines.h"

namespace compendium {
namespace {

constexpr WordList kSmallWords =
    " the of on and for in a an to with at by or from under its st nd rd th "_words;

void AddWord(absl::string_view word, std::vector<std::string>& words) {
  std::string plain = absl::AsciiStrToLower(word);
  if (plain == "som" || plain == "soms") {
    words.insert(words.end(), {"senior", "official", "meeting"});
    return;
  }
  if (absl::EndsWith(plain, "'s")) plain.resize(plain.size() - 2);
  if (plain.size() > 3 && plain.back() == 's') plain.pop_back();
  words.push_back(std::move(plain));
}

template <typename T>
void SortOnce(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <typename T>
size_t CountCommon(const std::vector<T>& one, const std::vector<T>& other) {
  // Every mention is compared with every other one: nothing is allocated.
  size_t common = 0;
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() && b != other.end()) {
    if (*a < *b) {
      ++a;
    } else if (*b < *a) {
      ++b;
    } else {
      ++common;
      ++a;
      ++b;
    }
  }
  return common;
}

// How much of the shorter list the other one has.
double Share(const std::vector<std::string>& one,
             const std::vector<std::string>& other) {
  const size_t shorter = std::min(one.size(), other.size());
  if (shorter == 0) return 0;
  return static_cast<double>(CountCommon(one, other)) /
         static_cast<double>(shorter);
}

}  // namespace

TitleWords WordsOf(absl::string_view title) {
  TitleWords result;
  const AnswerText text(title);
  const size_t last = text.tokens().size();
  // Most titles have no parentheses.
  const bool brackets = absl::StrContains(title, '(');
  result.words.reserve(last);
  int depth = 0;
  for (size_t at = 0; at < last; ++at) {
    const Token& token = text.token(at);
    if (token.Is('(')) ++depth;
    if (token.Is(')') && depth > 0) --depth;
    if (const int ordinal = OrdinalAt(text, at, last); ordinal > 0) {
      result.ordinals.push_back(ordinal);
      continue;
    }
    if (!token.is_word() || IsOneOf(token, kSmallWords)) continue;
    for (const absl::string_view part : absl::StrSplit(token.text, '-')) {
      if (part.empty()) continue;
      AddWord(part, result.words);
      if (brackets && depth == 0) AddWord(part, result.plain);
    }
  }
  SortOnce(result.words);
  SortOnce(result.plain);
  if (!brackets) result.plain = result.words;
  SortOnce(result.ordinals);
  return result;
}

std::vector<int> OrdinalsOf(absl::string_view title) {
  std::vector<int> ordinals;
  const AnswerText text(title);
  const size_t last = text.tokens().size();
  for (size_t at = 0; at < last; ++at)
    if (const int ordinal = OrdinalAt(text, at, last); ordinal > 0)
      ordinals.push_back(ordinal);
  SortOnce(ordinals);
  return ordinals;
}

double Likeness(const TitleWords& one, const TitleWords& other) {
  return std::max(Share(one.words, other.words), Share(one.plain, other.plain));
}

bool Covers(const TitleWords& title, const TitleWords& part) {
  return std::includes(title.words.begin(), title.words.end(),
                       part.words.begin(), part.words.end());
}

bool OrdinalsDiffer(const TitleWords& one, const TitleWords& other) {
  return !one.ordinals.empty() && !other.ordinals.empty() &&
         CountCommon(one.ordinals, other.ordinals) == 0;
}

}  // namespace compendium
