// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/document/ast_grid.h"
#include "lib/document/ast_inlines.h"
#include "lib/document/question_label.h"

namespace compendium {

// Writes the blocks of a document, one after the other, as compendium text; see
// ast_text.h for what becomes of what. Made for one document; not thread-safe.
class AstWriter {
 public:
  // The document's title, or another paragraph of its title page.
  void AddTitle(const Ast& inlines);

  void AddBlocks(const Ast& blocks);

  // The text; kInvalidArgument when an element was not understood. Call it
  // once, at the end.
  absl::StatusOr<std::string> Finish();

 private:
  // A paragraph or heading, or the first one of a numbered item.
  struct Paragraph {
    std::string markup;       // "\n" where a line ends
    std::string words;        // the same on one line, without markup
    bool stands_out = false;  // a heading or all in bold
  };

  void AddBlock(const Ast& blocks, size_t index, bool preamble_follows);
  void AddParagraph(const Ast& inlines, bool heading, const std::string& number,
                    bool preamble_follows);
  bool AddLabelledParagraph(const Ast& inlines, const std::string& number);
  void StartAnswer(const std::string& label);
  void NoteQuestion(absl::string_view words);
  void AppendToAnswer(absl::string_view markup);
  void AddBullets(const Ast& block, const std::string& indent);
  void AddNumbered(const Ast& block);
  void AddTable(const Ast& block);
  void AddRow(const Grid& grid, size_t index, bool has_questions);
  bool AddRowWithoutQuestion(const std::string& label, const Ast& answer);
  void AddMarkRow(const std::string& label, const Ast& blocks);
  bool AddItemsOfMark(const Grid& grid);

  bool StartsQuestion(const Paragraph& paragraph) const;
  bool EndsAnswer(const Paragraph& paragraph, bool preamble_follows) const;
  std::string ReadMarkup(const Ast& inlines);
  void AddPlain(const Paragraph& paragraph);
  void AddLine(absl::string_view line);
  void AddGap();
  void AddAnswerPart(const Ast& block);

  std::string text_;
  AstAside aside_;
  bool answer_is_open_ = false;  // what follows belongs to a question's answer
  bool mark_is_open_ = false;    // "Member States:" stood alone
  std::optional<size_t> last_question_;  // the last known one that was asked
};

}  // namespace compendium
