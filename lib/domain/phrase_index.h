// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace compendium {

// A phrase that stands in a text: bytes [begin, end), from the first letter of
// its first word to the last of its last one.
struct PhraseMatch {
  size_t phrase = 0;  // as PhraseIndex::Add returned it
  size_t begin = 0;
  size_t end = 0;
};

// Finds the phrases of a vocabulary in texts. Words are compared without regard
// to ASCII capitals and to a plural's "s"; marks, hyphens, quotation marks and
// blanks only separate them: "Migrants' rights" is the phrase "migrant right".
// Where several phrases start at one word the longest counts, and the search
// goes on behind it, so that a longer phrase takes the meaning away from a
// shorter one inside it. Immutable once filled; any thread may then use it.
class PhraseIndex {
 public:
  // The most words of a phrase: it bounds the work per word of a text.
  static constexpr size_t kPhraseWordsMax = 8;

  // Adds a phrase and returns its number, 0 for the first. No word, more than
  // kPhraseWordsMax or a phrase that is there already is a programmer's error.
  size_t Add(absl::string_view phrase);

  // The phrases in `text`, in order, none overlapping. A line end ends a
  // phrase, as does a full stop, a semicolon or a colon. Of UTF-8 no character
  // is cut. Linear.
  std::vector<PhraseMatch> Find(absl::string_view text) const;

  size_t size() const { return phrase_count_; }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  // A trie of words; step 0 is its root.
  struct Step {
    absl::flat_hash_map<std::string, size_t> next;  // by word
    size_t phrase = kNone;                          // that ends here
  };

  std::vector<Step> steps_ = std::vector<Step>(1);
  size_t phrase_count_ = 0;
};

}  // namespace compendium
