// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/report/document.h"

namespace compendium {

// A cell of a matrix: one or two short lines, which are all that is shown of
// it beside a shade for `count`.
struct MatrixCell {
  std::vector<std::string> lines;
  int count = 0;
};

struct MatrixRow {
  std::string name;
  std::vector<MatrixCell> cells = {};  // one for each column
  std::string note = {};               // behind the row; may be empty
};

struct Matrix {
  std::string id;
  std::string title;
  std::string description = {};
  std::vector<std::string> columns = {};
  std::vector<MatrixRow> rows = {};
};

// Draws the matrix: names on the left, columns on top, in each cell what it
// counts, the darker the more. Names that are too wide are cut.
DocumentChart DrawMatrix(const Matrix& matrix);

}  // namespace compendium
