// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/document/question_label.h"

namespace compendium {

// What a line of the compendium's text is, seen alone.
//
//   row        = label cell, tab, answer cell; an empty label cell continues
//                the answer of the row above
//   page break = nothing but hyphens, in one cell or in all
//   plain      = everything else that is not blank
enum class LineKind { kBlank, kPageBreak, kRow, kPlain };

// What a line in front of the questions starts.
enum class LineMark { kNone, kMembers, kFocus };

// A line of the document. The views point into the document.
struct DocumentLine {
  size_t begin_byte = 0;
  size_t end_byte = 0;  // after its line end, so that lines leave no gap
  LineKind kind = LineKind::kBlank;
  absl::string_view content;      // without its line end
  absl::string_view label_cell;   // of a row: before the first tab
  absl::string_view answer_cell;  // of a row: all after the first tab
  bool is_item = false;           // whether a bullet or hyphen opens it
  LineMark mark = LineMark::kNone;
  std::string mark_text;  // what follows "Member States:" on its line
  // Of a row: what its label cell says; of a plain line: what it says as a
  // label. Whether it is one depends on its neighbours.
  std::optional<QuestionLabel> label;
};

// Cuts `text`, which must be UTF-8, into lines: "\n", "\r\n" and "\r" end one.
// The lines cover every byte once.
std::vector<DocumentLine> ReadLines(absl::string_view text);

// What `words`, without colon and markup, start in front of the questions.
LineMark MarkOf(absl::string_view words);

// Whether the row is the head of a table of questions: "Question", "Answer".
bool IsColumnHeader(const DocumentLine& line);

// Whether the line starts an answer to a known question. Of number, words and
// end of a question, a row needs two in its label cell (a number with a letter
// counts for two), since answers may hold tables; a plain line needs all.
bool IsQuestionLabel(const DocumentLine& line);

// Whether a plain line is a footnote (a superscript number, "[3]" or an
// asterisk opens it) or nothing but a page number.
bool IsFootnoteOrPageNumber(absl::string_view content);

}  // namespace compendium
