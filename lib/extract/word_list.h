// SPDX-License-Identifier: Apache-2.0
// Sets of words that are known when the program is compiled:
//
//   constexpr WordList kPlaces = " in at "_words;
//
// The literal has lower-case words with single blanks between and one at both
// ends. Looking a word up costs one or two comparisons of integers, however
// many words there are: the finders ask for most words dozens of times.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace compendium {

constexpr char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A number for a word, whatever its capitals: its bytes themselves up to eight
// of them, so that equal numbers are equal words; else a hash (FNV-1a).
constexpr uint64_t WordKey(absl::string_view word) {
  constexpr uint64_t kBasis = 14695981039346656037u;
  constexpr uint64_t kPrime = 1099511628211u;
  const bool fits = word.size() <= 8;
  uint64_t key = fits ? 0 : kBasis;
  for (const char c : word) {
    const uint64_t byte = static_cast<unsigned char>(LowerAscii(c));
    key = fits ? key << 8 | byte : (key ^ byte) * kPrime;
  }
  return key;
}

// A view of such a set; the words live as long as the program.
class WordList {
 public:
  struct Slot {
    uint64_t key = 0;
    absl::string_view word;  // empty in a free slot
  };

  // `slots`: as many as `mask` + 1, a power of two, at least one of them free.
  constexpr WordList(const Slot* slots, size_t mask)
      : slots_(slots), mask_(mask) {}

  // Whether it has `word`, whose WordKey is `key`.
  bool Contains(uint64_t key, absl::string_view word) const {
    for (size_t at = SlotOf(key, mask_);; at = (at + 1) & mask_) {
      const Slot& slot = slots_[at];
      if (slot.word.empty()) return false;
      if (slot.key == key && slot.word.size() == word.size()) {
        return word.size() <= 8 || IsSame(slot.word, word);
      }
    }
  }

  static constexpr size_t SlotOf(uint64_t key, size_t mask) {
    return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 40) & mask;
  }

 private:
  static bool IsSame(absl::string_view lower, absl::string_view word) {
    for (size_t i = 0; i < lower.size(); ++i) {
      if (LowerAscii(word[i]) != lower[i]) return false;
    }
    return true;
  }

  const Slot* slots_;
  size_t mask_;
};

// The literal of a list, as a template's argument.
template <size_t kBytes>
struct WordText {
  // Implicit: that is how a literal becomes a template's argument.
  consteval WordText(const char (&literal)[kBytes]) {
    for (size_t i = 0; i < kBytes; ++i) text[i] = literal[i];
  }
  constexpr absl::string_view view() const { return {text, kBytes - 1}; }

  char text[kBytes] = {};
};

// The slots of a list, made by the compiler.
template <WordText kText>
class WordTable {
 public:
  static constexpr size_t CountWords() {
    size_t words = 0;
    for (const char c : kText.view()) words += c == ' ' ? 1 : 0;
    return words - 1;
  }

  // At most half full, so that most words that it does not have end at once.
  static constexpr size_t CountSlots() {
    size_t slots = 4;
    while (slots < 2 * CountWords()) slots *= 2;
    return slots;
  }

  static constexpr std::array<WordList::Slot, CountSlots()> Build() {
    std::array<WordList::Slot, CountSlots()> slots{};
    const absl::string_view text = kText.view();
    for (size_t begin = 1; begin < text.size();) {
      size_t end = begin;
      while (text[end] != ' ') ++end;
      const absl::string_view word = text.substr(begin, end - begin);
      size_t at = WordList::SlotOf(WordKey(word), slots.size() - 1);
      while (!slots[at].word.empty()) at = (at + 1) & (slots.size() - 1);
      slots[at] = {WordKey(word), word};
      begin = end + 1;
    }
    return slots;
  }

  static constexpr std::array<WordList::Slot, CountSlots()> kSlots = Build();
};

template <WordText kText>
consteval WordList operator""_words() {
  return WordList(WordTable<kText>::kSlots.data(),
                  WordTable<kText>::kSlots.size() - 1);
}

}  // namespace compendium
