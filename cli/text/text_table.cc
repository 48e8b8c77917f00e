// SPDX-License-Identifier: Apache-2.0
#include "cli/text/text_table.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/words/display_width.h"

namespace compendium {
namespace {

constexpr size_t kGap = 2;
// Below this a wrapped column has one word in a line and cannot be read.
constexpr size_t kLeastWidth = 6;
constexpr char kRule[] = "\xE2\x94\x80";  // U+2500

// Words that are wider than this may be cut.
constexpr size_t kLongWord = 16;

size_t TableWidth(const std::vector<size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(),
                         kGap * (widths.size() - 1));
}

void TrimEnd(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

TextTable::TextTable(std::vector<TextColumn> columns)
    : columns_(std::move(columns)) {
  CHECK(!columns_.empty());
}

void TextTable::AddRow(const std::vector<std::string>& cells) {
  CHECK(cells.size() == columns_.size());
  Row row;
  for (const std::string& cell : cells) row.cells.push_back(Printable(cell));
  rows_.push_back(std::move(row));
}

void TextTable::AddNote(const std::string& text, size_t indent) {
  rows_.push_back({{Printable(text)}, /*is_note=*/true, indent});
}

size_t TextTable::NaturalWidth(size_t column) const {
  size_t natural = std::max(DisplayWidth(columns_[column].title),
                            columns_[column].least_width);
  for (const Row& row : rows_) {
    if (row.is_note) continue;
    for (absl::string_view line : absl::StrSplit(row.cells[column], '\n'))
      natural = std::max(natural, DisplayWidth(line));
  }
  return natural;
}

size_t TextTable::WrappedWidth(size_t column, size_t width) const {
  size_t used = columns_[column].least_width;
  for (const std::string& line : WrapText(columns_[column].title, width))
    used = std::max(used, DisplayWidth(line));
  for (const Row& row : rows_) {
    if (row.is_note) continue;
    for (const std::string& line : WrapText(row.cells[column], width))
      used = std::max(used, DisplayWidth(line));
  }
  return used;
}

size_t TextTable::WordWidth(size_t column) const {
  size_t widest = 0;
  for (const Row& row : rows_) {
    if (row.is_note) continue;
    for (absl::string_view word :
         absl::StrSplit(row.cells[column], absl::ByAnyChar(" \n")))
      widest = std::max(widest, DisplayWidth(word));
  }
  return std::min(widest, kLongWord);
}

void TextTable::Narrow(const std::vector<size_t>& floors, size_t width,
                       std::vector<size_t>& widths) const {
  size_t sum = TableWidth(widths);
  for (; sum > width; --sum) {
    size_t widest = columns_.size();
    for (size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].unbroken && widths[c] > floors[c] &&
          (widest == columns_.size() || widths[c] > widths[widest]))
        widest = c;
    }
    if (widest == columns_.size()) return;
    --widths[widest];
  }
}

std::vector<size_t> TextTable::ColumnWidths(size_t width) const {
  std::vector<size_t> natural;
  std::vector<size_t> least;
  std::vector<size_t> words;
  for (size_t c = 0; c < columns_.size(); ++c) {
    natural.push_back(NaturalWidth(c));
    least.push_back(std::max(columns_[c].least_width, kLeastWidth));
    words.push_back(std::max(least[c], WordWidth(c)));
  }
  std::vector<size_t> widths = natural;
  Narrow(words, width, widths);
  Narrow(least, width, widths);
  // Lines break between words, so a narrowed column may not need all that it
  // has; what is free goes to the one that lacks most.
  for (size_t c = 0; c < columns_.size(); ++c)
    widths[c] = WrappedWidth(c, std::max<size_t>(widths[c], 2));
  const size_t sum = TableWidth(widths);
  size_t poorest = 0;
  for (size_t c = 0; c < columns_.size(); ++c)
    if (natural[c] - widths[c] > natural[poorest] - widths[poorest])
      poorest = c;
  if (sum < width)
    widths[poorest] = WrappedWidth(
        poorest, std::min(natural[poorest], widths[poorest] + (width - sum)));
  return widths;
}

void TextTable::AppendRow(const std::vector<std::string>& cells,
                          const std::vector<size_t>& widths,
                          std::string& out) const {
  std::vector<std::vector<std::string>> wrapped;
  size_t height = 1;
  for (size_t c = 0; c < cells.size(); ++c) {
    wrapped.push_back(WrapText(cells[c], std::max<size_t>(widths[c], 2)));
    height = std::max(height, wrapped.back().size());
  }
  for (size_t y = 0; y < height; ++y) {
    std::string line;
    for (size_t c = 0; c < cells.size(); ++c) {
      if (c > 0) line.append(kGap, ' ');
      const std::string text = y < wrapped[c].size() ? wrapped[c][y] : "";
      const size_t used = std::min(DisplayWidth(text), widths[c]);
      if (columns_[c].align_right) line.append(widths[c] - used, ' ');
      line += text;
      if (!columns_[c].align_right) line.append(widths[c] - used, ' ');
    }
    TrimEnd(line);
    out += line;
    out += '\n';
  }
}

std::string TextTable::ToString(size_t width) const {
  const std::vector<size_t> widths = ColumnWidths(width);
  std::vector<std::string> titles;
  std::vector<std::string> rules;
  for (size_t c = 0; c < columns_.size(); ++c) {
    titles.push_back(columns_[c].title);
    rules.emplace_back();
    for (size_t i = 0; i < widths[c]; ++i) rules.back() += kRule;
  }
  std::string out;
  const bool has_head =
      std::any_of(titles.begin(), titles.end(),
                  [](const std::string& title) { return !title.empty(); });
  if (has_head) {
    AppendRow(titles, widths, out);
    AppendRow(rules, widths, out);
  }
  for (const Row& row : rows_) {
    if (!row.is_note) {
      AppendRow(row.cells, widths, out);
      continue;
    }
    const size_t room = std::max<size_t>(
        width > row.indent ? width - row.indent : 0, kLeastWidth);
    for (const std::string& text : WrapText(row.cells[0], room)) {
      std::string line = std::string(row.indent, ' ') + text;
      TrimEnd(line);
      out += line;
      out += '\n';
    }
  }
  return out;
}

}  // namespace compendium
