// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_grid.h"

#include <algorithm>
#include <cstdint>

#include "lib/document/ast_blocks.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

// The number at `index` of a cell, at least 1.
size_t SpanOf(const Ast& cell, size_t index) {
  const Ast& span = ItemOf(cell, index);
  if (!span.is_number_unsigned()) return 1;
  return static_cast<size_t>(
      std::clamp<uint64_t>(span.get<uint64_t>(), 1, kTableSpanMax));
}

// A cell that reaches down into rows to come.
struct Hanging {
  GridCell cell;
  size_t rows_left = 0;
};

bool Covers(const Hanging& hanging, size_t column) {
  return column >= hanging.cell.column &&
         column < hanging.cell.column + hanging.cell.column_count;
}

// The first column from `column` on that no cell from above covers.
size_t FreeColumn(const std::vector<Hanging>& hanging, size_t column) {
  for (bool moved = true; moved;) {
    moved = false;
    for (const Hanging& above : hanging) {
      if (!Covers(above, column)) continue;
      column = above.cell.column + above.cell.column_count;
      moved = true;
    }
  }
  return column;
}

}  // namespace

Grid LayOut(const Ast& table) {
  Grid grid;
  std::vector<Hanging> hanging;
  for (const Ast* row : RowsOf(table)) {
    std::vector<GridCell>& cells = grid.rows.emplace_back();
    std::vector<Hanging> next;
    for (Hanging& above : hanging) {
      cells.push_back(above.cell);
      if (--above.rows_left > 0) next.push_back(above);
    }
    size_t column = 0;
    for (const Ast& cell : CellsOf(*row)) {
      column = FreeColumn(hanging, column);
      GridCell placed = {&cell, column, SpanOf(cell, 3), false};
      cells.push_back(placed);
      column += placed.column_count;
      grid.column_count = std::max(grid.column_count, column);
      const size_t row_count = SpanOf(cell, 2);
      placed.from_above = true;
      if (row_count > 1 && next.size() < kTableSpanMax)
        next.push_back({placed, row_count - 1});
    }
    std::sort(cells.begin(), cells.end(),
              [](const GridCell& a, const GridCell& b) {
                return a.column < b.column;
              });
    hanging = std::move(next);
  }
  return grid;
}

}  // namespace compendium
