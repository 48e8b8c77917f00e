// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/document/ast_inlines.h"

namespace compendium {

// Blocks of pandoc's document tree as the markup of one cell: paragraphs, lists
// and tables within it keep their shape as tags, and its footnotes stand at its
// end. One line, no tab.
std::string CellMarkup(const Ast& blocks, AstAside& aside);

// The number or letter of the item of an ordered list, as it is printed: "2.",
// "b)", "(iv)". `attributes` are those of the list, `index` counts from 0.
std::string ItemNumber(const Ast& attributes, size_t index);

// A label's markup with a colon behind it.
std::string WithColon(absl::string_view label);

// The rows of a table, head and foot too, each with its cells.
std::vector<const Ast*> RowsOf(const Ast& table);

// The cells of a row.
const Ast& CellsOf(const Ast& row);

// The blocks of a cell.
const Ast& BlocksOf(const Ast& cell);

}  // namespace compendium
