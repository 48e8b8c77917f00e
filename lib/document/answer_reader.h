// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/document/document_line.h"
#include "lib/document/plain_text.h"

namespace compendium {

// An answer while its lines are read.
struct AnswerDraft {
  std::string question_id;
  std::string question_as_written;
  std::string verbatim;
  PlainText text;
};

// Reads the lines of one questionnaire from its first question on. Always has
// one draft for each known question, in the order of the form; questions that
// the form does not know follow. Made for one questionnaire; not thread-safe.
class AnswerReader {
 public:
  AnswerReader();

  // Reads the next line and returns the draft it belongs to, as an index of
  // drafts(); nothing when it was not understood and is a remainder. `next`
  // tells which known question the next label below asks, if there is one.
  std::optional<size_t> Read(const DocumentLine& line,
                             std::optional<size_t> next);

  std::vector<AnswerDraft>& drafts() { return drafts_; }

 private:
  std::optional<size_t> ReadRow(const DocumentLine& line,
                                std::optional<size_t> next);
  std::optional<size_t> ReadPlain(const DocumentLine& line);
  bool IsLabelHere(const DocumentLine& line, bool cut) const;
  std::optional<size_t> FindDraft(const QuestionLabel& label);
  std::optional<size_t> MissingQuestion(std::optional<size_t> next) const;
  void StartAnswer(size_t draft, absl::string_view question);
  void AddQuestionWords(absl::string_view words);
  void AddCell(absl::string_view cell, bool paragraph);

  std::vector<AnswerDraft> drafts_;
  std::vector<bool> seen_;            // by draft
  std::optional<size_t> current_;     // the draft at work
  std::optional<size_t> last_owner_;  // whose the line above was
  bool adjacent_ = false;             // the line above was no blank one
  bool open_ = false;  // paragraphs without a tab follow the label at work
};

}  // namespace compendium
