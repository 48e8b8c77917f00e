// SPDX-License-Identifier: Apache-2.0
#include "lib/document/exported_ast.h"

#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "lib/document/ast_blocks.h"
#include "lib/document/ast_plain.h"
#include "lib/document/characters.h"
#include "lib/document/exported_text.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/question_label.h"

namespace compendium {
namespace {

// `text` letter by letter, on one line.
std::string Exact(absl::string_view text) {
  if (text.empty()) return "";
  return absl::StrCat("<pre>",
                      absl::StrReplaceAll(text, {{"&", "&amp;"},
                                                 {"<", "&lt;"},
                                                 {">", "&gt;"},
                                                 {"\n", "&#10;"},
                                                 {"\r", "&#13;"},
                                                 {"\t", "&#9;"}}),
                      "</pre>");
}

std::string OneLineOf(absl::string_view text) {
  return EscapeMarkup(
      absl::StrReplaceAll(text, {{"\n", " "}, {"\r", " "}, {"\t", " "}}));
}

// The list whose heading this is, as an id of exported_text.h.
absl::string_view ListOf(absl::string_view heading) {
  if (heading == "Participants") return kParticipantsAnchor;
  if (heading == "Observers") return kObserversAnchor;
  if (heading == "Partners") return kPartnersAnchor;
  if (heading == "Focus areas") return kFocusAnchor;
  return "";
}

// The blocks of the tree in a row, without the divisions around them.
void Flatten(const Ast& blocks, std::vector<const Ast*>& flat) {
  if (!blocks.is_array()) return;
  for (const Ast& block : blocks) {
    if (KindOf(block) == "Div") {
      Flatten(ItemOf(ContentOf(block), 1), flat);
    } else {
      flat.push_back(&block);
    }
  }
}

std::string CellText(const Ast& cell, PlainAside& aside) {
  return absl::StrJoin(PlainLines(BlocksOf(cell), aside), "\n");
}

bool IsQuestionTable(const Ast& block) {
  if (KindOf(block) != "Table") return false;
  const std::vector<const Ast*> rows = RowsOf(ContentOf(block));
  if (rows.empty()) return false;
  const Ast& cells = CellsOf(*rows[0]);
  PlainAside ignored;
  return cells.size() == 2 && CellText(cells[0], ignored) == "Question" &&
         CellText(cells[1], ignored) == "Answer";
}

std::string IdOf(const Ast& header) {
  return TextOf(ItemOf(ItemOf(ContentOf(header), 1), 0));
}

bool IsHeader(const Ast& block) { return KindOf(block) == "Header"; }

bool IsAnswersHeader(const Ast& block) {
  PlainAside ignored;
  return IsHeader(block) &&
         PlainInlines(ItemOf(ContentOf(block), 2), ignored) == "Answers";
}

// A heading and the table with its questions; indices of blocks.
struct Section {
  size_t heading = 0;
  size_t table = 0;
};

// The heading of the table of questions at `table`, from `begin` on: the one
// with a mechanism's id, else the last of the highest level. Nothing when there
// is none, or no id and no heading "Answers" right above the table: such a
// table is somebody else's form.
std::optional<size_t> FindHeading(const std::vector<const Ast*>& blocks,
                                  size_t begin, size_t table) {
  std::optional<size_t> best;
  int best_level = 0;
  for (size_t i = begin; i < table; ++i) {
    if (!IsHeader(*blocks[i]) || IsAnswersHeader(*blocks[i])) continue;
    if (absl::StartsWith(IdOf(*blocks[i]), kMechanismAnchor)) return i;
    const Ast& number = ItemOf(ContentOf(*blocks[i]), 0);
    const int level = number.is_number_integer() ? number.get<int>() : 9;
    if (!best.has_value() || level <= best_level) {
      best = i;
      best_level = level;
    }
  }
  return table > begin && IsAnswersHeader(*blocks[table - 1]) ? best
                                                              : std::nullopt;
}

// The sections of an exported document; empty when it is none.
std::vector<Section> FindSections(const std::vector<const Ast*>& blocks) {
  std::vector<Section> sections;
  size_t begin = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (!IsQuestionTable(*blocks[i])) continue;
    const std::optional<size_t> heading = FindHeading(blocks, begin, i);
    if (!heading.has_value()) return {};
    sections.push_back({*heading, i});
    begin = i + 1;
  }
  return sections;
}

// Writes the blocks, section by section.
class Writer {
 public:
  std::string Write(const std::vector<std::string>& title_lines,
                    const std::vector<const Ast*>& blocks) {
    for (const std::string& line : title_lines) AddLine(line);
    size_t next = 0;
    for (const Section& section : FindSections(blocks)) {
      for (; next < section.heading; ++next) AddOther(*blocks[next]);
      AddHeading(*blocks[next]);
      for (++next; next < section.table; ++next) AddProfile(*blocks[next]);
      AddQuestions(*blocks[next++]);
    }
    for (; next < blocks.size(); ++next) AddOther(*blocks[next]);
    AddNotes();
    for (const std::string& change : aside_.changes) AddLine(change);
    return std::move(text_);
  }

 private:
  void AddHeading(const Ast& block) {
    AddNotes();
    list_ = "";
    const std::string title = Words(block);
    const std::string anchor = IdOf(block);
    absl::string_view id = anchor;
    std::string made;
    if (!absl::ConsumePrefix(&id, kMechanismAnchor)) {
      const KnownMechanism* const known = FindKnownMechanism(title);
      made = known != nullptr ? known->id : MakeMechanism(title).id;
      id = made;
    }
    absl::StrAppend(&text_, "\n<h1 id=\"", kMechanismAnchor, EscapeMarkup(id),
                    "\">", Exact(title), "</h1>\n\n");
  }

  // A block between heading and questions.
  void AddProfile(const Ast& block) {
    if (IsHeader(block)) {
      const std::string words = Words(block);
      list_ = ListOf(TrimBlanks(words));
      if (list_.empty()) return AddLine(words);
      absl::StrAppend(&text_, "<p id=\"", list_, "\">", EscapeMarkup(words),
                      ":</p>\n");
    } else if (list_.empty()) {
      AddOther(block);
    } else {
      for (const std::string& line : PlainLines(Ast::array({block}), aside_)) {
        const absl::string_view item = absl::StripPrefix(line, "• ");
        if (!TrimBlanks(item).empty())
          absl::StrAppend(&text_, "• ", Exact(item), "\n");
      }
    }
  }

  void AddQuestions(const Ast& table) {
    AddCaption(table);
    text_ += '\n';
    for (const Ast* const row : RowsOf(ContentOf(table))) {
      const Ast& cells = CellsOf(*row);
      if (cells.empty()) continue;
      const std::string label = CellText(cells[0], aside_);
      std::vector<std::string> answer;
      for (size_t i = 1; i < cells.size(); ++i)
        answer.push_back(CellText(cells[i], aside_));
      AddRow(label, absl::StrJoin(answer, "\n"));
    }
    text_ += '\n';
  }

  void AddRow(absl::string_view label, absl::string_view answer) {
    const std::optional<QuestionLabel> parsed =
        ParseQuestionLabel(absl::StrCat(label, " x"));
    if (parsed.has_value() && !parsed->number.empty()) {
      absl::StrAppend(&text_, "<b id=\"", kQuestionAnchor, parsed->number,
                      "\">", OneLineOf(label), "</b>\t", Exact(answer), "\n");
    } else if (TrimBlanks(label).empty()) {
      absl::StrAppend(&text_, "\t", Exact(answer), "\n");
    } else {
      AddLine(label);
      AddLine(answer);
    }
  }

  void AddCaption(const Ast& table) {
    const Ast& caption = ItemOf(ContentOf(table), 1);
    AddLine(PlainInlines(ItemOf(caption, 0), aside_));
    for (const std::string& line : PlainLines(ItemOf(caption, 1), aside_))
      AddLine(line);
  }

  void AddOther(const Ast& block) {
    for (const std::string& line : PlainLines(Ast::array({block}), aside_))
      AddLine(line);
  }

  void AddNotes() {
    for (const std::string& note : std::exchange(aside_.notes, {}))
      AddLine(note);
  }

  void AddLine(absl::string_view line) {
    if (!TrimBlanks(line).empty())
      absl::StrAppend(&text_, OneLineOf(line), "\n");
  }

  std::string Words(const Ast& header) {
    return PlainInlines(ItemOf(ContentOf(header), 2), aside_);
  }

  std::string text_;
  PlainAside aside_;
  absl::string_view list_;  // the list at work; empty when there is none
};

}  // namespace

bool IsExportedAst(const Ast& blocks) {
  std::vector<const Ast*> flat;
  Flatten(blocks, flat);
  return !FindSections(flat).empty();
}

std::string ExportedTextFromAst(const std::vector<std::string>& title_lines,
                                const Ast& blocks) {
  std::vector<const Ast*> flat;
  Flatten(blocks, flat);
  return Writer().Write(title_lines, flat);
}

}  // namespace compendium
