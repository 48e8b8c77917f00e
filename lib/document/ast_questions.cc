// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_questions.h"

#include "lib/document/ast_blocks.h"
#include "lib/document/plain_text.h"
#include "lib/document/question_label.h"

namespace compendium {

std::optional<size_t> FirstQuestion(const Grid& grid) {
  for (const std::vector<GridCell>& row : grid.rows) {
    for (const GridCell& cell : row) {
      if (cell.from_above || cell.column > 1) continue;
      AstAside unused;
      const auto label =
          ParseQuestionLabel(OneLine(CellMarkup(BlocksOf(*cell.cell), unused)));
      if (label.has_value() && label->by_words.has_value())
        return label->by_words;
    }
  }
  return std::nullopt;
}

}  // namespace compendium
