// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// Finds which of a few phrases a text holds anywhere, inside words, too. One
// pass over the text finds them all (Aho and Corasick's automaton), so that
// every line of a document can be looked through. Immutable once built; any
// thread may then use it.
class PhraseSet {
 public:
  // The most phrases of a set.
  static constexpr size_t kPhrasesMax = 256;
  using Found = std::bitset<kPhrasesMax>;  // by phrase

  // Adds a phrase and returns its number; that of the same phrase, if it has
  // one. An empty phrase or too many are a programmer's error, as is one that
  // is added after Build.
  size_t Add(absl::string_view phrase);

  // To be called once, before Find.
  void Build();

  Found Find(absl::string_view text) const;

 private:
  // What the automaton knows after some bytes: the longest beginning of a
  // phrase with which they end. State 0 is none.
  using State = uint16_t;

  size_t ClassOf(char byte) const {
    return classes_[static_cast<unsigned char>(byte)];
  }

  // Bytes that phrases have get a number above 0, in the order in which they
  // come; all others are alike.
  std::array<uint8_t, 256> classes_ = {};
  size_t class_count_ = 1;
  std::vector<std::array<State, 64>> next_ =
      std::vector<std::array<State, 64>>(1);         // by state and class
  std::vector<Found> ends_ = std::vector<Found>(1);  // by state
  std::vector<size_t> phrase_of_ = {kPhrasesMax};    // by state, of Add
  std::vector<bool> has_end_;                        // by state, of Build
  size_t phrase_count_ = 0;
};

}  // namespace compendium
