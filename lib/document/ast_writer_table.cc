// SPDX-License-Identifier: Apache-2.0
// How AstWriter writes tables.
#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/ast_questions.h"
#include "lib/document/ast_writer.h"
#include "lib/document/document_line.h"
#include "lib/document/known_question.h"
#include "lib/document/plain_text.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

// What forms write before the mechanism's name, as NameKeys.
constexpr std::array<absl::string_view, 10> kNameWords = {
    "name",
    "mechanism",
    "name of mechanism",
    "name of the mechanism",
    "name of the iscm",
    "iscm",
    "process",
    "inter state consultation mechanism",
    "nom du mecanisme",
    "name des mechanismus"};

bool IsNameLabel(absl::string_view words) {
  const std::string key = NameKey(absl::StripSuffix(words, ":"));
  return std::find(kNameWords.begin(), kNameWords.end(), key) !=
         kNameWords.end();
}

// Whether `words` is but a question's number: "2", "2A.", "(3)".
bool IsBareNumber(absl::string_view words) {
  std::string id;
  for (const char c : words) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c))) {
      id += absl::ascii_toupper(static_cast<unsigned char>(c));
    } else if (c != '.' && c != ')' && c != '(' && c != ' ' && c != ':') {
      return false;
    }
  }
  return !id.empty() && id.size() <= 3 &&
         absl::ascii_isdigit(static_cast<unsigned char>(id[0]));
}

struct Cell {
  const GridCell* place = nullptr;
  std::string markup;
  std::string words;
};

// The cells that begin in a row.
std::vector<Cell> ReadCells(const std::vector<GridCell>& row, AstAside& aside) {
  std::vector<Cell> cells;
  for (const GridCell& place : row) {
    if (place.from_above) continue;
    Cell& cell = cells.emplace_back();
    cell.place = &place;
    cell.markup = CellMarkup(BlocksOf(*place.cell), aside);
    cell.words = OneLine(cell.markup);
  }
  return cells;
}

// The cells as the head of a table of questions; empty when they are none.
std::string ColumnHeader(const std::vector<Cell>& cells) {
  const std::string line = absl::StrJoin(
      cells, "\t",
      [](std::string* out, const Cell& cell) { out->append(cell.markup); });
  const std::vector<DocumentLine> lines = ReadLines(line);
  return lines.size() == 1 && IsColumnHeader(lines[0]) ? line : "";
}

// A row taken for question and answer.
struct LabelledRow {
  std::string label;         // markup
  std::vector<Cell> answer;  // the cells behind it
  bool has_label_cell = false;
};

LabelledRow TakeLabel(std::vector<Cell> cells) {
  LabelledRow row;
  if (cells.empty() || cells[0].place->column != 0) {
    row.answer = std::move(cells);
    return row;
  }
  size_t used = 1;
  row.has_label_cell = true;
  row.label = cells[0].markup;
  const bool second_asks =
      cells.size() > 1 && FindQuestionByWords(cells[1].words, "").has_value();
  if (cells.size() > 1 && IsBareNumber(cells[0].words) &&
      (cells.size() > 2 || second_asks)) {
    row.label = absl::StrCat(cells[0].markup, " ", cells[1].markup);
    used = 2;
  } else if (cells.size() > 2 && cells[0].words.empty() && second_asks) {
    row.label = cells[1].markup;
    used = 2;
  }
  cells.erase(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(used));
  row.answer = std::move(cells);
  return row;
}

std::string AnswerMarkup(const std::vector<Cell>& cells) {
  if (cells.size() == 1) return cells[0].markup;
  std::string markup;
  for (const Cell& cell : cells) {
    if (cell.words.empty()) continue;
    absl::StrAppend(&markup, "<p>", cell.markup, "</p>");
  }
  return markup;
}

// Whether the row at `index` may hold the rest of a question that a page break
// cut: words that ask nothing themselves.
bool GoesOn(const Grid& grid, size_t index) {
  if (index >= grid.rows.size() || grid.rows[index].size() < 2) return false;
  const GridCell& first = grid.rows[index][0];
  if (first.from_above || first.column > 0) return false;
  AstAside unused;
  const std::string words = OneLine(CellMarkup(BlocksOf(*first.cell), unused));
  return !words.empty() && IsCompleteWording(words) &&
         !ParseQuestionLabel(words).has_value() &&
         MarkOf(absl::StripSuffix(words, ":")) == LineMark::kNone;
}

}  // namespace

void AstWriter::AddTable(const Ast& block) {
  const Ast& content = ContentOf(block);
  const Ast& caption = ItemOf(ItemOf(content, 1), 1);
  const Grid grid = LayOut(content);
  const bool has_questions = FirstQuestion(grid).has_value();
  if (answer_is_open_ && !has_questions && grid.column_count > 1) {
    return AddAnswerPart(block);
  }
  if (caption.is_array()) AddBlocks(caption);
  if (mark_is_open_ && !has_questions && AddItemsOfMark(grid)) return;
  if (grid.column_count > 1) {
    answer_is_open_ = false;
    AddGap();
  }
  for (size_t i = 0; i < grid.rows.size(); ++i) AddRow(grid, i, has_questions);
  if (grid.column_count > 1) {
    answer_is_open_ = false;
    AddGap();
  }
}

void AstWriter::AddRow(const Grid& grid, size_t index, bool has_questions) {
  const std::vector<GridCell>& row = grid.rows[index];
  if (row.empty()) return;
  if (row.size() == 1 && !row[0].from_above &&
      row[0].column_count == grid.column_count) {
    return AddBlocks(BlocksOf(*row[0].cell));
  }
  const GridCell* above = nullptr;  // the last one that reaches in from above
  for (const GridCell& cell : row) {
    if (cell.from_above) above = &cell;
  }
  std::vector<Cell> own = ReadCells(row, aside_);
  if (own.empty()) return;
  if (const std::string head = ColumnHeader(own); !head.empty()) {
    return AddLine(head);
  }
  if (row[0].from_above && row[0].column == 0) {
    // One label over several rows: their cells are paragraphs of one answer.
    return AppendToAnswer(AnswerMarkup(own));
  }
  LabelledRow labelled = TakeLabel(std::move(own));
  if (labelled.answer.size() == 1 &&
      AddRowWithoutQuestion(labelled.label,
                            BlocksOf(*labelled.answer[0].place->cell))) {
    return;
  }
  const auto label = ParseQuestionLabel(OneLine(labelled.label));
  const bool asks =
      label.has_value() && (label->by_words.has_value() || has_questions);
  const bool cut = asks && !label->complete && GoesOn(grid, index + 1);
  if (asks && !label->complete && !cut)
    labelled.label = WithColon(labelled.label);
  if (asks) NoteQuestion(OneLine(labelled.label));
  std::string answer = AnswerMarkup(labelled.answer);
  answer_is_open_ = false;
  if (asks && labelled.answer.empty()) {
    if (above != nullptr && above->column > 0) {
      answer = CellMarkup(BlocksOf(*above->cell), aside_);
    } else {
      answer_is_open_ = true;  // the answer is in the rows below
    }
  }
  AddLine(absl::StrCat(labelled.label, "\t", answer));
}

// A row of the preamble; false when it is none.
bool AstWriter::AddRowWithoutQuestion(const std::string& label,
                                      const Ast& answer) {
  const std::string words = OneLine(label);
  if (MarkOf(absl::StripSuffix(words, ":")) != LineMark::kNone) {
    AddMarkRow(label, answer);
    return true;
  }
  if (!IsNameLabel(words)) return false;
  AddGap();
  AddLine(absl::StrCat("- ", label));
  AddGap();
  AddLine(CellMarkup(answer, aside_));
  AddGap();
  return true;
}

// "Member States:" with its cell: one paragraph stands behind it; several, and
// lists, are items below it.
void AstWriter::AddMarkRow(const std::string& label, const Ast& blocks) {
  const std::string mark =
      absl::EndsWith(OneLine(label), ":") ? label : WithColon(label);
  AddGap();
  std::vector<std::string> lines;
  bool commas = false;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Ast& block = ItemOf(blocks, i);
    const absl::string_view kind = KindOf(block);
    if (kind == "BulletList" || kind == "OrderedList") {
      const Ast& items =
          kind == "BulletList" ? ContentOf(block) : ItemOf(ContentOf(block), 1);
      for (size_t k = 0; k < items.size(); ++k)
        lines.push_back(CellMarkup(ItemOf(items, k), aside_));
      continue;
    }
    const std::string cell = CellMarkup(Ast::array({block}), aside_);
    for (const absl::string_view line : absl::StrSplit(cell, "<br>")) {
      if (OneLine(line).empty()) continue;
      lines.emplace_back(line);
      commas = commas || absl::StrContains(line, ",");
    }
  }
  if (lines.size() == 1) {
    AddLine(absl::StrCat(mark, " ", lines[0]));
  } else {
    AddLine(mark);
    for (const std::string& line : lines)
      AddLine(absl::StrCat(commas ? "" : "- ", line));
  }
  AddGap();
}

// The cells of a table below "Member States:", each a name.
bool AstWriter::AddItemsOfMark(const Grid& grid) {
  for (const std::vector<GridCell>& row : grid.rows) {
    for (const Cell& cell : ReadCells(row, aside_)) {
      if (!cell.words.empty()) AddLine(absl::StrCat("- ", cell.markup));
    }
  }
  AddGap();
  return true;
}

}  // namespace compendium
