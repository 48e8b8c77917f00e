// SPDX-License-Identifier: Apache-2.0
#include "lib/report/chart/matrix_chart.h"

#include <algorithm>

#include "lib/report/chart/svg.h"

namespace compendium {
namespace {

constexpr int kHead = 24;    // height of the line of column titles
constexpr int kLine = 14;    // height of a line in a cell
constexpr int kPadding = 6;  // beside texts
constexpr int kNameWidthMax = 150;
constexpr int kCellWidthMin = 28;

int RowHeight(const MatrixRow& row) {
  size_t lines = 1;
  for (const MatrixCell& cell : row.cells)
    lines = std::max(lines, cell.lines.size());
  return static_cast<int>(lines) * kLine + kPadding;
}

// How wide everything is.
struct Widths {
  int name = 0;
  int cell = kCellWidthMin;
  int note = 0;
};

Widths Measure(const Matrix& matrix) {
  Widths widths;
  for (const std::string& column : matrix.columns)
    widths.cell = std::max(widths.cell, TextWidth(column) + kPadding);
  for (const MatrixRow& row : matrix.rows) {
    widths.name = std::max(widths.name, TextWidth(row.name) + kPadding);
    if (!row.note.empty())
      widths.note = std::max(widths.note, TextWidth(row.note) + 2 * kPadding);
    for (const MatrixCell& cell : row.cells)
      for (const std::string& line : cell.lines)
        widths.cell = std::max(widths.cell, TextWidth(line) + kPadding);
  }
  widths.name = std::min(widths.name, kNameWidthMax);
  return widths;
}

void DrawCell(const MatrixCell& cell, const SvgBox& box, SvgWriter& svg) {
  const ChartColor shade = ShadeOf(cell.count);
  svg.Box(box, shade.fill, kGridColor);
  const int lines = static_cast<int>(cell.lines.size());
  const int top = box.y + (box.height - lines * kLine) / 2;
  for (int i = 0; i < lines; ++i)
    svg.TextIn({box.x, top + i * kLine, box.width, kLine},
               cell.lines[static_cast<size_t>(i)], shade.text);
}

}  // namespace

DocumentChart DrawMatrix(const Matrix& matrix) {
  const Widths widths = Measure(matrix);
  int height = kHead;
  for (const MatrixRow& row : matrix.rows) height += RowHeight(row);
  const int columns = static_cast<int>(matrix.columns.size());
  SvgWriter svg(matrix.id,
                widths.name + columns * widths.cell + widths.note + 1,
                height + 1);
  for (int i = 0; i < columns; ++i)
    svg.TextIn({widths.name + i * widths.cell, 0, widths.cell, kHead},
               matrix.columns[static_cast<size_t>(i)], kPaper.text);
  int y = kHead;
  for (const MatrixRow& row : matrix.rows) {
    const int row_height = RowHeight(row);
    const int base = y + row_height / 2 + kTextSize / 3;
    svg.Text(0, base, FittingText(row.name, widths.name - kPadding),
             kPaper.text);
    for (int i = 0; i < columns; ++i)
      DrawCell(row.cells[static_cast<size_t>(i)],
               {widths.name + i * widths.cell, y, widths.cell, row_height},
               svg);
    if (!row.note.empty())
      svg.Text(widths.name + columns * widths.cell + kPadding, base, row.note,
               kPaper.text);
    y += row_height;
  }
  return {.id = matrix.id,
          .title = matrix.title,
          .description = matrix.description,
          .svg = svg.ToString(matrix.title, matrix.description)};
}

}  // namespace compendium
