// SPDX-License-Identifier: Apache-2.0
// Sets of words that are known when the program is compiled:
//
//   constexpr WordList kPlaces = " in at "_words;
//
// The literal has lower-case words with single blanks between and one at both
// ends. Looking a word up costs one or two comparisons of integers, however
// many words there are: the finders ask for most words dozens of times.
//
// Copies out of PDFs lose ligatures: "ti", "ft", "fi" and the like. A list also
// has its longer words without them ("meeng"). Where a ligature's own character
// is left, WordKey reads it as the letters that it stands for.
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
// of them; else a hash (FNV-1a), which no two words in use share.
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

// The letters of the ligature character at the start of `text`, and its size in
// bytes; empty when it is none. The last three are what fonts of word
// processors leave of "ti", "ft" and "tt".
constexpr absl::string_view LigatureAt(absl::string_view text, size_t& size) {
  constexpr absl::string_view kLigatures[][2] = {
      {"\uFB00", "ff"},  {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"},
      {"\uFB04", "ffl"}, {"\uFB05", "st"}, {"\uFB06", "st"}, {"\u019F", "ti"},
      {"\u014C", "ft"},  {"\u01A9", "tt"}};
  for (const auto& ligature : kLigatures) {
    if (text.substr(0, ligature[0].size()) != ligature[0]) continue;
    size = ligature[0].size();
    return ligature[1];
  }
  return absl::string_view();
}

// A view of such a set; the words live as long as the program.
class WordList {
 public:
  using Slot = uint64_t;  // a key; 0 in a free slot

  // `slots`: as many as `mask` + 1, a power of two, at least one of them free.
  constexpr WordList(const Slot* slots, size_t mask)
      : slots_(slots), mask_(mask) {}

  // Whether it has the word with this key.
  bool Contains(uint64_t key) const {
    for (size_t at = SlotOf(key, mask_); slots_[at] != 0;
         at = (at + 1) & mask_) {
      if (slots_[at] == key) return true;
    }
    return false;
  }

  static constexpr size_t SlotOf(uint64_t key, size_t mask) {
    return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 40) & mask;
  }

 private:
  const Slot* slots_;
  size_t mask_;
};

// The literal of a list, as a template's argument.
template <size_t kBytes>
struct WordText {
  // That is how a literal becomes a template's argument.
  // NOLINTNEXTLINE(google-explicit-constructor): it must be implicit
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

  // At most two thirds full, so that most words that it does not have end at
  // once.
  static constexpr size_t CountSlots() {
    size_t slots = 4;
    while (slots < 3 * CountWords()) slots *= 2;
    return slots;
  }

  static constexpr std::array<WordList::Slot, CountSlots()> Build() {
    std::array<WordList::Slot, CountSlots()> slots{};
    const absl::string_view text = kText.view();
    for (size_t begin = 1; begin < text.size();) {
      size_t end = begin;
      while (text[end] != ' ') ++end;
      const absl::string_view word = text.substr(begin, end - begin);
      Put(WordKey(word), slots);
      PutWithoutLigatures(word, slots);
      begin = end + 1;
    }
    return slots;
  }

  template <typename Slots>
  static constexpr void Put(uint64_t key, Slots& slots) {
    size_t at = WordList::SlotOf(key, slots.size() - 1);
    while (slots[at] != 0 && slots[at] != key) at = (at + 1) % slots.size();
    slots[at] = key;
  }

  // "meeting" as "meeng"; what is left of a short word could be another one.
  template <typename Slots>
  static constexpr void PutWithoutLigatures(absl::string_view word,
                                            Slots& slots) {
    constexpr size_t kLettersMin = 5;
    constexpr size_t kLettersMax = 32;
    char letters[kLettersMax] = {};
    size_t size = 0;
    for (size_t i = 0; i < word.size() && size < kLettersMax; ++i) {
      const absl::string_view two = word.substr(i, 2);
      const absl::string_view three = word.substr(i, 3);
      if (three == "ffi" || three == "ffl") {
        i += 2;
      } else if (two == "ti" || two == "ft" || two == "fi" || two == "fl" ||
                 two == "ff") {
        ++i;
      } else {
        letters[size++] = word[i];
      }
    }
    if (size < kLettersMin || size == word.size() || size == kLettersMax)
      return;
    Put(WordKey({letters, size}), slots);
  }

  static constexpr std::array<WordList::Slot, CountSlots()> kSlots = Build();
};

template <WordText kText>
consteval WordList operator""_words() {
  return WordList(WordTable<kText>::kSlots.data(),
                  WordTable<kText>::kSlots.size() - 1);
}

}  // namespace compendium
