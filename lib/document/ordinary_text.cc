// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ordinary_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/domain/csv_table.h"

namespace compendium {

extern const char kCompositionsCsv[];

namespace {

constexpr std::array<absl::string_view, 7> kLigatures = {
    "ff", "fi", "fl", "ffi", "ffl", "st", "st"};

// A letter and a mark (21 bits each) to the character that is both.
using Compositions = absl::flat_hash_map<uint64_t, uint32_t>;

uint64_t Pair(uint32_t letter, uint32_t mark) {
  return (uint64_t{letter} << 21) | mark;
}

Compositions LoadCompositions() {
  Compositions compositions;
  const CsvTable table(kCompositionsCsv);
  for (size_t row = 0; row < table.row_count(); ++row) {
    uint32_t letter = 0;
    uint32_t mark = 0;
    uint32_t composed = 0;
    CHECK(absl::SimpleHexAtoi(table.Field(row, "base"), &letter) &&
          absl::SimpleHexAtoi(table.Field(row, "mark"), &mark) &&
          absl::SimpleHexAtoi(table.Field(row, "composed"), &composed));
    compositions.emplace(Pair(letter, mark), composed);
  }
  return compositions;
}

uint32_t CodeAt(absl::string_view text, size_t at, size_t size) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (size == 1) return lead;
  uint32_t code = lead & (0x7Fu >> size);
  for (size_t i = 1; i < size; ++i) {
    code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return code;
}

bool IsInvisible(uint32_t code) {
  return code == 0xad || code == 0x180e || code == 0x200b || code == 0x200e ||
         code == 0x200f || code == 0x2060 || code == 0xfeff ||
         (code >= 0x202a && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool IsCombiningMark(uint32_t code) { return code >= 0x300 && code <= 0x36f; }

// Whether `text` holds a byte with which something above begins: most does not.
bool MayDiffer(absl::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) {
    return c == 0xc2 || c == 0xcc || c == 0xcd || c == 0xe1 || c == 0xe2 ||
           c == 0xef;
  });
}

}  // namespace

std::string OrdinaryText(absl::string_view text) {
  if (!MayDiffer(text)) return std::string(text);
  static const Compositions kCompositions = LoadCompositions();
  std::string out;
  out.reserve(text.size());
  uint32_t last = 0;      // the character at the end of `out`
  size_t last_begin = 0;  // where it begins
  for (size_t at = 0; at < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[at]); byte < 0x80) {
      last = byte;
      last_begin = out.size();
      out += text[at++];
      continue;
    }
    const size_t size = CharacterSize(text, at);
    const uint32_t code = CodeAt(text, at, size);
    at += size;
    if (IsInvisible(code)) continue;
    if (code >= 0xfb00 && code <= 0xfb06) {
      const absl::string_view letters = kLigatures[code - 0xfb00];
      out.append(letters.data(), letters.size());
      last = static_cast<unsigned char>(letters.back());
      last_begin = out.size() - 1;
      continue;
    }
    if (IsCombiningMark(code)) {
      const auto composed = kCompositions.find(Pair(last, code));
      if (composed != kCompositions.end()) {
        out.resize(last_begin);
        AppendCharacter(composed->second, out);
        last = composed->second;
        continue;
      }
    }
    last = code;
    last_begin = out.size();
    out.append(text.data() + at - size, size);
  }
  return out;
}

}  // namespace compendium
