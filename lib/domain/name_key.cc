// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/name_key.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace compendium {
namespace {

// The plain letter of U+00C0 … U+00FF and of U+0100 … U+017F; '*' and '/' are
// the two signs among them.
constexpr absl::string_view kLatin1 =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
constexpr absl::string_view kLatinExtendedA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
// … and of U+1E00 … U+1EFF.
constexpr absl::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyassssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy";
// What the ligatures U+FB00 … U+FB06 are drawn for.
constexpr std::array<absl::string_view, 7> kLigatures = {
    "ff", "fi", "fl", "ffi", "ffl", "st", "st"};
static_assert(kLatinAdditional.size() == 256);
static_assert(kLatin1.size() == 64);
static_assert(kLatinExtendedA.size() == 128);

struct CodePoint {
  uint32_t value;
  size_t size;  // in bytes; 0 when the bytes are not UTF-8 of up to 3 bytes
};

bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

CodePoint Decode(absl::string_view text) {
  const uint32_t lead = static_cast<unsigned char>(text[0]);
  const size_t size = (lead & 0xE0) == 0xC0 ? 2 : (lead & 0xF0) == 0xE0 ? 3 : 0;
  if (size == 0 || text.size() < size) return {0, 0};
  uint32_t value = lead & (size == 2 ? 0x1F : 0x0F);
  for (size_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[i])) return {0, 0};
    value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3F);
  }
  return {value, size};
}

// What stands for a code point above ASCII in a key; NUL when it stays.
char PlainFor(uint32_t code) {
  if (code == 0xD7 || code == 0xF7) return '\0';  // the multiply, divide signs
  if (code >= 0xC0 && code <= 0xFF) return kLatin1[code - 0xC0];
  if (code >= 0x100 && code <= 0x17F) return kLatinExtendedA[code - 0x100];
  if (code >= 0x1E00 && code <= 0x1EFF) return kLatinAdditional[code - 0x1E00];
  if (code == 0x218 || code == 0x219) return 's';  // Romanian, comma below
  if (code == 0x21A || code == 0x21B) return 't';
  if (code == 0xB4 || code == 0x2018 || code == 0x2019 || code == 0x2BC ||
      code == 0x2032) {
    return '\'';
  }
  if (code == 0xA0 || code == 0x1680 || code == 0x202F || code == 0x205F ||
      code == 0x3000 || (code >= 0x2000 && code <= 0x200A)) {
    return ' ';
  }
  if (code >= 0x2010 && code <= 0x2015) return ' ';  // hyphens and dashes
  return '\0';
}

bool IsCombiningMark(uint32_t code) { return code >= 0x300 && code <= 0x36F; }

// A soft hyphen, and what has no width and only steers how lines are broken.
bool IsInvisible(uint32_t code) {
  return code == 0xAD || code == 0x200B || code == 0x200E || code == 0x200F ||
         code == 0x2060 || code == 0xFEFF;
}

void AppendPlain(char c, std::string& key) {
  if (c == '-' || absl::ascii_isspace(static_cast<unsigned char>(c))) {
    if (!key.empty() && key.back() != ' ') key += ' ';
  } else if (c == '&') {
    key += "and";
  } else if (c == '`') {
    key += '\'';
  } else {
    key += absl::ascii_tolower(static_cast<unsigned char>(c));
  }
}

}  // namespace

std::string NameKey(absl::string_view name) {
  std::string key;
  key.reserve(name.size());
  while (!name.empty()) {
    const auto first = static_cast<unsigned char>(name[0]);
    if (first < 0x80) {
      // Most are letters, which only lose their capitals.
      if (absl::ascii_isalpha(first)) {
        key += absl::ascii_tolower(first);
      } else {
        AppendPlain(name[0], key);
      }
      name.remove_prefix(1);
      continue;
    }
    const CodePoint code = Decode(name);
    const char plain = code.size == 0 ? name[0] : PlainFor(code.value);
    if (plain != '\0' || code.size == 0) {
      AppendPlain(plain, key);
    } else if (code.value >= 0xFB00 && code.value <= 0xFB06) {
      key.append(kLigatures[code.value - 0xFB00].data(),
                 kLigatures[code.value - 0xFB00].size());
    } else if (!IsCombiningMark(code.value) && !IsInvisible(code.value)) {
      key.append(name.data(), code.size);
    }
    name.remove_prefix(code.size == 0 ? 1 : code.size);
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  if (absl::StartsWith(key, "the ")) key.erase(0, 4);
  return key;
}

std::string LossyNameKey(absl::string_view name) {
  return WithoutLigatures(NameKey(name));
}

std::string WithoutLigatures(absl::string_view key) {
  // Longer ones first. Fonts draw each of them as one sign, which an extractor
  // that does not know the font's names for its signs leaves out.
  // The last two are what fonts of word processors leave of "ti" and "tt".
  constexpr std::array<absl::string_view, 11> kDrawnAsOne = {
      "ffi", "ffl", "tti", "ff",     "fi",    "fl",
      "ft",  "ti",  "tt",  "\u019f", "\u01a9"};
  std::string lossy;
  lossy.reserve(key.size());
  for (size_t at = 0; at < key.size();) {
    const char first = key[at];
    size_t lost = first == ' ' ? 1 : 0;
    if (first == 'f' || first == 't' || first == '\xC6') {
      const absl::string_view rest = key.substr(at);
      for (size_t i = 0; lost == 0 && i < kDrawnAsOne.size(); ++i) {
        if (absl::StartsWith(rest, kDrawnAsOne[i]))
          lost = kDrawnAsOne[i].size();
      }
    }
    if (lost == 0) lossy += first;
    at += lost == 0 ? 1 : lost;
  }
  return lossy;
}

}  // namespace compendium
