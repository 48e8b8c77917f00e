// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/writing_direction.h"

#include <cstdint>

#include "absl/strings/ascii.h"
#include "lib/document/characters.h"

namespace compendium {
namespace {

uint32_t CodeOf(absl::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) return first;
  uint32_t code = first & (0xFFU >> (character.size() + 1));
  for (const char c : character.substr(1)) {
    code = (code << 6) | (static_cast<unsigned char>(c) & 0x3FU);
  }
  return code;
}

// The blocks of Unicode 14 that are written from right to left, and the marks
// for it.
bool IsRightToLeftCode(uint32_t code) {
  return (code >= 0x590 && code <= 0x8FF) || code == 0x200F || code == 0x202B ||
         code == 0x202E || code == 0x2067 ||
         (code >= 0xFB1D && code <= 0xFDFF) ||
         (code >= 0xFE70 && code <= 0xFEFE) ||
         (code >= 0x10800 && code <= 0x10FFF) ||
         (code >= 0x1E800 && code <= 0x1EFFF);
}

}  // namespace

bool IsRightToLeft(absl::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t size = CharacterSize(text, at);
    const uint32_t code = CodeOf(text.substr(at, size));
    at += size;
    if (IsRightToLeftCode(code)) return true;
    const bool letter =
        code < 0x80 ? absl::ascii_isalpha(static_cast<unsigned char>(code))
                    : (code >= 0xC0 && code < 0x2000) || code >= 0x2E80;
    if (letter) return false;
  }
  return false;
}

}  // namespace compendium
