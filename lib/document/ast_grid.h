// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/document/ast_inlines.h"

namespace compendium {

// A cell of a table as it lies in one of its rows.
struct GridCell {
  const Ast* cell = nullptr;  // of pandoc's tree, borrowed
  size_t column = 0;
  size_t column_count = 1;
  bool from_above = false;  // it began in a row above and reaches into this one
};

struct Grid {
  size_t column_count = 0;
  std::vector<std::vector<GridCell>> rows;  // in the order of their columns
};

// Lays the cells of a table out, whose cells may span rows and columns.
Grid LayOut(const Ast& table);

}  // namespace compendium
