// SPDX-License-Identifier: Apache-2.0
#include "lib/words/display_width.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

constexpr absl::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr absl::string_view kEllipsis = "\xE2\x80\xA6";     // U+2026

// One character: its code point and how many bytes it takes. `valid` is false
// for a byte that begins no well-formed sequence; it is then taken alone.
struct Character {
  uint32_t code = 0;
  size_t size = 1;
  bool valid = false;
};

Character ReadCharacter(absl::string_view text) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  const uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {lead, 1, false};
  uint32_t code = lead & (0xFFu >> (size + 1));
  for (size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {lead, 1, false};
    code = code << 6 | (byte(i) & 0x3Fu);
  }
  constexpr uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kLeast[size] || code > 0x10FFFF ||
      (code >= 0xD800 && code <= 0xDFFF))
    return {lead, 1, false};
  return {code, size, true};
}

struct CodeRange {
  uint32_t first;
  uint32_t last;
};

// Sorted. Marks that are drawn over the character before them, and invisible
// characters.
constexpr CodeRange kZeroWidth[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4},
    {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711}, {0x0730, 0x074A},
    {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x2060, 0x2064}, {0x20D0, 0x20FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};

// Sorted. Characters that take two columns.
constexpr CodeRange kWide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

template <size_t N>
bool IsIn(const CodeRange (&ranges)[N], uint32_t code) {
  const CodeRange* range = std::upper_bound(
      std::begin(ranges), std::end(ranges), code,
      [](uint32_t value, const CodeRange& r) { return value < r.first; });
  return range != std::begin(ranges) && code <= std::prev(range)->last;
}

size_t WidthOf(const Character& character) {
  if (!character.valid) return 1;
  if (IsIn(kZeroWidth, character.code)) return 0;
  return IsIn(kWide, character.code) ? 2 : 1;
}

// Whether a terminal or a bidirectional layout would act on it.
bool IsCommand(const Character& character) {
  const uint32_t code = character.code;
  return !character.valid || code < 0x20 || (code >= 0x7F && code < 0xA0) ||
         (code >= 0x200E && code <= 0x200F) ||
         (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

// Bytes of the longest beginning of `text` that fits into `width` columns.
size_t FittingBytes(absl::string_view text, size_t width) {
  size_t bytes = 0;
  while (bytes < text.size()) {
    const Character character = ReadCharacter(text.substr(bytes));
    if (WidthOf(character) > width) break;
    width -= WidthOf(character);
    bytes += character.size;
  }
  return bytes;
}

void WrapLine(absl::string_view line, size_t width,
              std::vector<std::string>& lines) {
  std::string current;
  for (absl::string_view word : absl::StrSplit(line, ' ', absl::SkipEmpty())) {
    if (!current.empty() &&
        DisplayWidth(current) + 1 + DisplayWidth(word) > width) {
      lines.push_back(std::move(current));
      current.clear();
    }
    if (!current.empty()) current += ' ';
    while (DisplayWidth(word) > width) {
      const size_t bytes = FittingBytes(word, width);
      lines.emplace_back(word.substr(0, bytes));
      word.remove_prefix(bytes);
    }
    current.append(word.data(), word.size());
  }
  lines.push_back(std::move(current));
}

}  // namespace

size_t DisplayWidth(absl::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const Character character = ReadCharacter(text.substr(i));
    width += WidthOf(character);
    i += character.size;
  }
  return width;
}

std::string Printable(absl::string_view text) {
  std::string printable;
  printable.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Character character = ReadCharacter(text.substr(i));
    if (text[i] == '\t') {
      printable += ' ';
    } else if (text[i] != '\n' && IsCommand(character)) {
      printable.append(kReplacement.data(), kReplacement.size());
    } else {
      printable.append(text.data() + i, character.size);
    }
    i += character.size;
  }
  return printable;
}

std::string Excerpt(absl::string_view text, size_t width) {
  std::string line(text);
  absl::RemoveExtraAsciiWhitespace(&line);
  // Only one space stands where a line ended, but it may still be that end.
  std::replace_if(
      line.begin(), line.end(),
      [](unsigned char c) { return absl::ascii_isspace(c); }, ' ');
  line = Printable(line);
  if (DisplayWidth(line) <= width) return line;
  line.resize(FittingBytes(line, width == 0 ? 0 : width - 1));
  line.append(kEllipsis.data(), kEllipsis.size());
  return line;
}

std::vector<std::string> WrapText(absl::string_view text, size_t width) {
  CHECK(width >= 2);
  std::vector<std::string> lines;
  for (absl::string_view line : absl::StrSplit(text, '\n'))
    WrapLine(line, width, lines);
  return lines;
}

std::string Paragraph(absl::string_view text, size_t width) {
  std::string paragraph;
  for (const std::string& line : WrapText(text, width))
    paragraph += line + '\n';
  return paragraph;
}

}  // namespace compendium
