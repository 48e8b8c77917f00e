// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/domain/phrase_index.h"

namespace compendium {

// What a phrase of the vocabulary says.
struct SuggestionWord {
  std::string rule;                // Suggestion.rule
  std::vector<std::string> codes;  // SDG targets; none: it takes words away
  int weight = 0;                  // how telling it is; more words tell more
};

// The table data/suggestion_words.csv: phrase, rule and the targets it points
// to, joined by "|". A phrase without targets keeps shorter ones inside it from
// being found: the "Bureau of Population, Refugees and Migration" is a payer's
// name. Immutable; any thread.
class SuggestionWords {
 public:
  // The table, read once.
  static const SuggestionWords& Get();

  std::vector<PhraseMatch> Find(absl::string_view text) const {
    return index_.Find(text);
  }
  const SuggestionWord& word(const PhraseMatch& match) const {
    return words_[match.phrase];
  }

 private:
  SuggestionWords();

  PhraseIndex index_;
  std::vector<SuggestionWord> words_;  // by phrase
};

}  // namespace compendium
