// SPDX-License-Identifier: Apache-2.0
#include "lib/document/ast_questions.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/plain_text.h"
#include "lib/document/question_label.h"

namespace compendium {
namespace {

// How many blocks below a heading its list of members begins.
constexpr size_t kPreambleBlocksMax = 6;

// Which known question a block asks, or a table asks first.
std::optional<size_t> QuestionOf(const Ast& block) {
  if (KindOf(block) == "Table") return FirstQuestion(LayOut(ContentOf(block)));
  const Ast& inlines =
      KindOf(block) == "OrderedList"
          ? InlinesOf(ItemOf(ItemOf(ItemOf(ContentOf(block), 1), 0), 0))
          : InlinesOf(block);
  if (!inlines.is_array()) return std::nullopt;
  const auto label = ParseQuestionLabel(WordsOf(inlines));
  return label.has_value() ? label->by_words : std::nullopt;
}

}  // namespace

const Ast& InlinesOf(const Ast& block) {
  const absl::string_view kind = KindOf(block);
  if (kind == "Para" || kind == "Plain") return ContentOf(block);
  static const Ast kNothing;
  return kind == "Header" ? ItemOf(ContentOf(block), 2) : kNothing;
}

std::string WordsOf(const Ast& inlines) {
  AstAside ignored;
  return OneLine(
      absl::StrReplaceAll(InlineMarkup(inlines, ignored), {{"\n", " "}}));
}

LineMark MarkOfLine(absl::string_view words) {
  return MarkOf(absl::StripAsciiWhitespace(words.substr(0, words.find(':'))));
}

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

std::vector<std::optional<size_t>> NextQuestions(const Ast& blocks) {
  std::vector<std::optional<size_t>> next(blocks.size());
  std::optional<size_t> question;
  for (size_t i = blocks.size(); i-- > 0;) {
    next[i] = question;
    if (const auto asked = QuestionOf(blocks[i])) question = asked;
  }
  return next;
}

bool PreambleFollows(const Ast& blocks, size_t index) {
  size_t seen = 0;
  for (size_t i = index; i < blocks.size() && seen <= kPreambleBlocksMax;
       ++i, ++seen) {
    const Ast& inlines = InlinesOf(blocks[i]);
    if (!inlines.is_array()) continue;
    const std::string words = WordsOf(inlines);
    if (MarkOfLine(words) != LineMark::kNone) return true;
    const auto label = ParseQuestionLabel(words);
    if (label.has_value() && label->by_words.has_value()) return false;
  }
  return false;
}

}  // namespace compendium
