// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace compendium {

// A column of a table.
struct TextColumn {
  std::string title;
  // The column is not made narrower than this; 0 lets the table decide.
  size_t least_width = 0;
  // Whether its cells stand at the right edge, as numbers do.
  bool align_right = false;
  // Whether its cells are never wrapped: names that people copy.
  bool unbroken = false;
};

// A table for people: columns two spaces apart, a ruled title line unless no
// column has a title, long cells wrapped between words. Not thread-safe.
class TextTable {
 public:
  explicit TextTable(std::vector<TextColumn> columns);

  // Adds a row with one cell for each column. Cells are made Printable; a line
  // end in a cell begins a new line of the cell.
  void AddRow(const std::vector<std::string>& cells);

  // Adds lines across all columns under the last row, `indent` columns from
  // the left and wrapped there.
  void AddNote(const std::string& text, size_t indent);

  // The table at most `width` columns wide, each line ended. When the cells
  // are wider, the widest columns give way first, and words are cut only when
  // nothing else helps. Narrower than its columns' least widths it cannot be:
  // then it is that wide.
  std::string ToString(size_t width) const;

 private:
  struct Row {
    std::vector<std::string> cells;  // one cell: a note
    bool is_note = false;
    size_t indent = 0;
  };

  // What a column needs so that no word in it is cut, but not more than a long
  // word.
  size_t WordWidth(size_t column) const;
  // What a column takes when nothing in it is wrapped.
  size_t NaturalWidth(size_t column) const;
  // What it takes when its cells are wrapped at `width`.
  size_t WrappedWidth(size_t column, size_t width) const;
  // Takes from the widest columns, none below its floor, until all fit.
  void Narrow(const std::vector<size_t>& floors, size_t width,
              std::vector<size_t>& widths) const;
  std::vector<size_t> ColumnWidths(size_t width) const;
  void AppendRow(const std::vector<std::string>& cells,
                 const std::vector<size_t>& widths, std::string& out) const;

  const std::vector<TextColumn> columns_;
  std::vector<Row> rows_;
};

}  // namespace compendium
