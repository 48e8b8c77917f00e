// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/phrase_index.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

// A word of a text. `key` is how it is compared.
struct Word {
  std::string key;
  size_t begin = 0;
  size_t end = 0;
  bool closes = false;  // what follows it ends a phrase
};

// How many bytes at `at` separate words; 0 when a word goes on there. Beyond
// ASCII these are the no-break space with its neighbours (U+0080 … U+00BF) and
// the punctuation, arrows and bullets of U+2000 … U+2FFF.
size_t SeparatorSize(absl::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return absl::ascii_isalnum(lead) ? 0 : 1;
  const auto follows = [&](size_t offset) {
    return at + offset < text.size() &&
           (static_cast<unsigned char>(text[at + offset]) & 0xC0) == 0x80;
  };
  if (lead == 0xC2 && follows(1)) return 2;
  if (lead == 0xE2 && follows(1) && follows(2) &&
      static_cast<unsigned char>(text[at + 1]) < 0xC0) {
    return 3;
  }
  return 0;
}

bool ClosesPhrase(char c) {
  return c == '\n' || c == '.' || c == ';' || c == ':';
}

// Folds capitals and the plural: "Countries" and "country", "rights" and
// "right"; "status", "access" and "crisis" have no plural to fold.
std::string KeyOf(absl::string_view word) {
  std::string key = absl::AsciiStrToLower(word);
  if (key.size() > 4 && absl::EndsWith(key, "ies")) {
    key.resize(key.size() - 3);
    key.push_back('y');
  } else if (key.size() > 3 && key.back() == 's' &&
             !absl::EndsWith(key, "ss") && !absl::EndsWith(key, "us") &&
             !absl::EndsWith(key, "is")) {
    key.pop_back();
  }
  return key;
}

std::vector<Word> WordsIn(absl::string_view text) {
  std::vector<Word> words;
  for (size_t at = 0; at < text.size();) {
    if (const size_t size = SeparatorSize(text, at); size > 0) {
      if (!words.empty()) words.back().closes |= ClosesPhrase(text[at]);
      at += size;
      continue;
    }
    const size_t begin = at;
    while (at < text.size() && SeparatorSize(text, at) == 0) ++at;
    const absl::string_view word = text.substr(begin, at - begin);
    // The "s" of a genitive is no word.
    if (word == "s" && begin > 0 && text[begin - 1] != ' ') continue;
    words.push_back({KeyOf(word), begin, at});
  }
  return words;
}

}  // namespace

size_t PhraseIndex::Add(absl::string_view phrase) {
  const std::vector<Word> words = WordsIn(phrase);
  CHECK(!words.empty() && words.size() <= kPhraseWordsMax);
  size_t step = 0;
  for (const Word& word : words) {
    const auto [next, added] =
        steps_[step].next.try_emplace(word.key, steps_.size());
    step = next->second;
    if (added) steps_.emplace_back();
  }
  CHECK(steps_[step].phrase == kNone);
  return steps_[step].phrase = phrase_count_++;
}

std::vector<PhraseMatch> PhraseIndex::Find(absl::string_view text) const {
  const std::vector<Word> words = WordsIn(text);
  std::vector<PhraseMatch> matches;
  for (size_t first = 0; first < words.size();) {
    size_t step = 0;
    size_t after = first + 1;
    bool found = false;
    PhraseMatch longest;
    for (size_t at = first; at < words.size(); ++at) {
      const auto next = steps_[step].next.find(words[at].key);
      if (next == steps_[step].next.end()) break;
      step = next->second;
      if (steps_[step].phrase != kNone) {
        longest = {steps_[step].phrase, words[first].begin, words[at].end};
        after = at + 1;
        found = true;
      }
      if (words[at].closes) break;
    }
    if (found) matches.push_back(longest);
    first = after;
  }
  return matches;
}

}  // namespace compendium
