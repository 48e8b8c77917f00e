// SPDX-License-Identifier: Apache-2.0
#include "lib/request/plain_text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "absl/strings/str_format.h"

namespace compendium {
namespace {

constexpr uint64_t kEachByte = 0x0101010101010101;
constexpr uint64_t kHighBits = 0x80 * kEachByte;

// Has a high bit set unless all eight bytes are printable ASCII; also for
// \t \n \r. The subtraction sets the high bit of a byte below 0x20; a borrow
// can only come from such a byte, so the answer for the whole word is exact.
// DEL is the byte that becomes zero by the exclusive or.
uint64_t OtherThanPrintable(uint64_t word) {
  const uint64_t del = word ^ (0x7F * kEachByte);
  return word | (word - 0x20 * kEachByte) | (del - kEachByte);
}

// How many bytes from `i` on are printable ASCII, as far as whole words go.
size_t CountPrintable(absl::string_view text, size_t i) {
  constexpr size_t kWords = 4;  // at a time: most text is of printable ASCII
  uint64_t words[kWords];
  const size_t begin = i;
  for (; text.size() - i >= sizeof words; i += sizeof words) {
    std::memcpy(words, text.data() + i, sizeof words);
    uint64_t found = 0;
    for (const uint64_t word : words) found |= OtherThanPrintable(word);
    if ((found & kHighBits) != 0) break;
  }
  for (; text.size() - i >= sizeof words[0]; i += sizeof words[0]) {
    std::memcpy(words, text.data() + i, sizeof words[0]);
    if ((OtherThanPrintable(words[0]) & kHighBits) != 0) break;
  }
  return i - begin;
}

bool IsControl(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

// The size of the UTF-8 character (two bytes or more) that `text` starts with;
// 0 when it is not well-formed (Unicode 15, table 3-7).
size_t CharacterSize(absl::string_view text) {
  const auto at = [text](size_t i) -> unsigned {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const auto continues = [&at](size_t i) { return (at(i) & 0xC0) == 0x80; };
  const unsigned first = at(0);
  const unsigned second = at(1);
  if (!continues(1) || first < 0xC2 || first > 0xF4) return 0;
  if (first < 0xE0) return 2;
  if (!continues(2)) return 0;
  if (first < 0xF0) {
    if (first == 0xE0 && second < 0xA0) return 0;   // overlong
    if (first == 0xED && second >= 0xA0) return 0;  // surrogate
    return 3;
  }
  if (!continues(3)) return 0;
  if (first == 0xF0 && second < 0x90) return 0;   // overlong
  if (first == 0xF4 && second >= 0x90) return 0;  // above U+10FFFF
  return 4;
}

}  // namespace

TextFlaw FindTextFlaw(absl::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    i += CountPrintable(text, i);
    if (i == text.size()) break;
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      if (IsControl(first)) return {TextFlaw::Kind::kControl, i};
      ++i;
      continue;
    }
    const size_t size = CharacterSize(text.substr(i));
    if (size == 0) return {TextFlaw::Kind::kEncoding, i};
    if (first == 0xC2 && static_cast<unsigned char>(text[i + 1]) < 0xA0)
      return {TextFlaw::Kind::kControl, i};
    i += size;
  }
  return {TextFlaw::Kind::kNone, text.size()};
}

std::string QuotedForError(absl::string_view text, size_t bytes_max) {
  std::string quoted = "\"";
  size_t i = 0;
  while (i < text.size()) {
    const auto first = static_cast<unsigned char>(text[i]);
    const size_t size =
        first < 0x80 ? 1 : std::max<size_t>(1, CharacterSize(text.substr(i)));
    if (i + size > bytes_max) break;
    const absl::string_view character = text.substr(i, size);
    if (first < 0x20 || first == '"' ||
        FindTextFlaw(character).kind != TextFlaw::Kind::kNone) {
      for (const char c : character)
        absl::StrAppendFormat(&quoted, "\\x%02x",
                              static_cast<unsigned char>(c));
    } else {
      quoted.append(character.data(), character.size());
    }
    i += size;
  }
  quoted += i < text.size() ? "\"…" : "\"";
  return quoted;
}

}  // namespace compendium
