// SPDX-License-Identifier: Apache-2.0
#include "lib/document/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/strings/ascii.h"

namespace compendium {
namespace {

// The bytes of a character of up to three bytes as one number.
constexpr uint32_t Packed(absl::string_view character) {
  uint32_t code = 0;
  for (const char byte : character) {
    code = code << 8 | static_cast<unsigned char>(byte);
  }
  return code;
}

constexpr std::array<absl::string_view, 23> kWideBlanks = {
    "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
    "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200a", "\u200b", "\u2028", "\u2029", "\u202f",
    "\u205f", "\u2060", "\u3000", "\ufeff", "\u180e"};

// U+F0A7 and other private characters are what the Symbol and Wingdings fonts
// leave in text.
constexpr std::array<absl::string_view, 39> kBullets = {
    "\u2022", "\u2023", "\u2043", "\u204c", "\u204d", "\u2219", "\u21d2",
    "\u25a0", "\u25a1", "\u25aa", "\u25ab", "\u25b6", "\u25b8", "\u25ba",
    "\u25c6", "\u25c7", "\u25c9", "\u25cb", "\u25cf", "\u25d8", "\u25e6",
    "\u2713", "\u2714", "\u271a", "\u2756", "\u27a2", "\u27a4", "\u2794",
    "\uf0a7", "\uf0b7", "\uf02d", "\uf06c", "\uf06e", "\uf071", "\uf076",
    "\uf0a8", "\uf0d8", "\uf0e0", "\uf0fc"};

constexpr std::array<absl::string_view, 6> kOtherMarkers = {
    "-", "*", "\u2010", "\u2013", "\u2014", "\u00b7"};

// Characters of two and three bytes as numbers in order, to be found by
// halving: most bytes above ASCII belong to other characters.
template <size_t kCount>
constexpr std::array<uint32_t, kCount> Sorted(
    const std::array<absl::string_view, kCount>& characters) {
  std::array<uint32_t, kCount> codes{};
  for (size_t i = 0; i < kCount; ++i) codes[i] = Packed(characters[i]);
  std::sort(codes.begin(), codes.end());
  return codes;
}

constexpr auto kWideBlankCodes = Sorted(kWideBlanks);
constexpr auto kBulletCodes = Sorted(kBullets);

// The size of the character at the start of `text` if it is one of these.
template <size_t kCount>
size_t SizeOfOneOf(const std::array<uint32_t, kCount>& codes,
                   absl::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const size_t size = first < 0xe0 ? 2 : 3;
  if (first < 0xc2 || first >= 0xf0 || text.size() < size) return 0;
  const uint32_t code = Packed(text.substr(0, size));
  return std::binary_search(codes.begin(), codes.end(), code) ? size : 0;
}

unsigned char ByteAt(absl::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// The size of the valid character at `at`; 0 when there is none.
size_t ValidSize(absl::string_view text, size_t at) {
  const unsigned char first = ByteAt(text, at);
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (size > text.size() - at) return 0;
  for (size_t i = 1; i < size; ++i) {
    if ((ByteAt(text, at + i) & 0xc0) != 0x80) return 0;
  }
  const unsigned char second = ByteAt(text, at + 1);
  if (first == 0xe0 && second < 0xa0) return 0;  // not the shortest form
  if (first == 0xed && second > 0x9f) return 0;  // surrogates
  if (first == 0xf0 && second < 0x90) return 0;
  if (first == 0xf4 && second > 0x8f) return 0;  // beyond U+10FFFF
  return size;
}

}  // namespace

std::optional<size_t> FindInvalidUtf8(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (ByteAt(text, at) < 0x80) {
      ++at;
      continue;
    }
    const size_t size = ValidSize(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

size_t CharacterSize(absl::string_view text, size_t at) {
  return std::max<size_t>(1, ValidSize(text, at));
}

size_t BlankSize(absl::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  if (ByteAt(text, at) < 0x80) {
    return absl::ascii_isspace(ByteAt(text, at)) ? 1 : 0;
  }
  return SizeOfOneOf(kWideBlankCodes, text.substr(at));
}

size_t WordEnd(absl::string_view text, size_t at) {
  while (at < text.size()) {
    // Most bytes are letters of ASCII: nothing is called for them.
    if (ByteAt(text, at) < 0x80) {
      if (absl::ascii_isspace(ByteAt(text, at))) break;
      ++at;
      continue;
    }
    if (BlankSize(text, at) > 0) break;
    at += CharacterSize(text, at);
  }
  return at;
}

size_t BulletSize(absl::string_view text, size_t at) {
  if (at >= text.size() || ByteAt(text, at) < 0x80) return 0;
  return SizeOfOneOf(kBulletCodes, text.substr(at));
}

bool IsItemMarker(absl::string_view word) {
  if (word.empty()) return false;
  if (BulletSize(word, 0) == word.size()) return true;
  return std::find(kOtherMarkers.begin(), kOtherMarkers.end(), word) !=
         kOtherMarkers.end();
}

bool IsLetterBullet(absl::string_view word) { return word == "o"; }

bool IsItemNumber(absl::string_view word) {
  if (word.empty() || (word.back() != '.' && word.back() != ')')) return false;
  word.remove_suffix(1);
  if (!word.empty() && word.front() == '(') word.remove_prefix(1);
  if (word.empty()) return false;
  if (word.size() == 1) return absl::ascii_isalnum(ByteAt(word, 0)) != 0;
  if (word.size() > 4) return false;
  const bool number =
      std::all_of(word.begin(), word.end(),
                  [](unsigned char c) { return absl::ascii_isdigit(c); });
  return (number && word.size() < 3) ||
         word.find_first_not_of("ivx") == word.npos;
}

absl::string_view TrimBlanks(absl::string_view text) {
  while (const size_t size = BlankSize(text, 0)) text.remove_prefix(size);
  while (!text.empty()) {
    size_t last = text.size() - 1;
    while (last > 0 && text.size() - last < 4 &&
           (ByteAt(text, last) & 0xc0) == 0x80) {
      --last;
    }
    if (BlankSize(text, last) != text.size() - last) break;
    text = text.substr(0, last);
  }
  return text;
}

bool AppendCharacter(uint32_t code, std::string& out) {
  if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    return false;
  }
  const auto byte = [](uint32_t bits) { return static_cast<char>(bits); };
  const auto tail = [&](int shift) {
    out += byte(0x80 | ((code >> shift) & 0x3f));
  };
  if (code < 0x80) {
    out += byte(code);
  } else if (code < 0x800) {
    out += byte(0xc0 | (code >> 6));
    tail(0);
  } else if (code < 0x10000) {
    out += byte(0xe0 | (code >> 12));
    tail(6), tail(0);
  } else {
    out += byte(0xf0 | (code >> 18));
    tail(12), tail(6), tail(0);
  }
  return true;
}

}  // namespace compendium
