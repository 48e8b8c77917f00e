// SPDX-License-Identifier: Apache-2.0
#include "lib/document/answer_reader.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "lib/document/characters.h"
#include "lib/document/known_question.h"
#include "lib/document/limits.h"

namespace compendium {
namespace {

// How far the number of an unknown question may be ahead of the one above.
constexpr int kNumbersSkippedMax = 2;

absl::string_view DigitsOf(absl::string_view id) {
  return id.substr(0, id.find_first_not_of("0123456789"));
}

}  // namespace

AnswerReader::AnswerReader() {
  for (const KnownQuestion& question : KnownQuestions()) {
    drafts_.push_back({question.id, "", "", {}});
  }
  seen_.resize(drafts_.size());
}

std::optional<size_t> AnswerReader::Read(const DocumentLine& line,
                                         std::optional<size_t> next) {
  switch (line.kind) {
    case LineKind::kBlank:
      adjacent_ = false;
      return last_owner_;
    case LineKind::kPageBreak:
      adjacent_ = false;
      return last_owner_ = current_;
    case LineKind::kRow:
      last_owner_ = ReadRow(line, next);
      break;
    case LineKind::kPlain:
      last_owner_ = ReadPlain(line);
      break;
  }
  adjacent_ = last_owner_.has_value();
  return last_owner_;
}

std::optional<size_t> AnswerReader::ReadRow(const DocumentLine& line,
                                            std::optional<size_t> next) {
  // Repeated at the top of each page.
  if (IsColumnHeader(line)) return std::nullopt;
  const std::string words = OneLine(line.label_cell);
  const bool cut = current_.has_value() &&
                   !IsCompleteWording(drafts_[*current_].question_as_written);
  if (IsLabelHere(line, cut)) {
    open_ = false;
    current_ = FindDraft(*line.label);
    if (!current_.has_value()) return std::nullopt;
    StartAnswer(*current_, words);
  } else if (!current_.has_value()) {
    return std::nullopt;
  } else if (const auto missing = MissingQuestion(next);
             missing && !cut && !words.empty()) {
    open_ = false;
    StartAnswer(*missing, words);
  } else if (cut) {
    if (!words.empty()) AddQuestionWords(words);
  } else if (!words.empty()) {
    AddCell(line.content, true);  // a row of a table within the answer
    return current_;
  }
  AddCell(line.answer_cell, false);
  return current_;
}

// Whether a row's label cell asks a question. `cut`: a page break cut the
// question at work, so that words without a number may be the rest of it.
bool AnswerReader::IsLabelHere(const DocumentLine& line, bool cut) const {
  if (!line.label.has_value()) return false;
  const QuestionLabel& label = *line.label;
  if (IsQuestionLabel(line)) return !(cut && label.number.empty());
  // A question that the form does not know comes soon after the last one.
  int number = 0;
  int last = 0;
  if (!label.complete || label.known().has_value() || !current_.has_value() ||
      !absl::SimpleAtoi(DigitsOf(label.number), &number) ||
      !absl::SimpleAtoi(DigitsOf(drafts_[*current_].question_id), &last)) {
    return false;
  }
  return last <= number && number <= last + kNumbersSkippedMax;
}

std::optional<size_t> AnswerReader::ReadPlain(const DocumentLine& line) {
  if (IsQuestionLabel(line)) {
    const std::optional<size_t> draft = FindDraft(*line.label);
    if (draft.has_value() && draft != current_) {
      StartAnswer(*draft, OneLine(line.content));
      open_ = true;
      return current_;
    }
  }
  if (!current_.has_value() || IsFootnoteOrPageNumber(line.content)) {
    return std::nullopt;
  }
  if (open_) {
    AddCell(line.content, !adjacent_);
    return current_;
  }
  if (!adjacent_) return std::nullopt;
  AddCell(line.content, false);  // a line end within the cell
  return current_;
}

// The draft that a label belongs to; nothing when it asks again what an earlier
// row asked.
std::optional<size_t> AnswerReader::FindDraft(const QuestionLabel& label) {
  const auto is_free = [&](size_t draft) {
    return draft == current_ || !seen_[draft];
  };
  if (label.by_words.has_value()) {
    return is_free(*label.by_words) ? label.by_words : std::nullopt;
  }
  if (label.by_number.has_value()) {
    return is_free(*label.by_number) ? label.by_number : std::nullopt;
  }
  for (size_t draft = KnownQuestions().size(); draft < drafts_.size();
       ++draft) {
    if (drafts_[draft].question_id != label.number) continue;
    return is_free(draft) ? std::optional<size_t>(draft) : std::nullopt;
  }
  if (drafts_.size() == kAnswersMax) return std::nullopt;
  drafts_.push_back({label.number, "", "", {}});
  seen_.push_back(false);
  return drafts_.size() - 1;
}

// The one known question between the one at work and `next`; nothing when there
// is none or more than one.
std::optional<size_t> AnswerReader::MissingQuestion(
    std::optional<size_t> next) const {
  if (!current_.has_value() || !next.has_value() || *next != *current_ + 2 ||
      seen_[*current_ + 1]) {
    return std::nullopt;
  }
  return *current_ + 1;
}

void AnswerReader::StartAnswer(size_t draft, absl::string_view question) {
  current_ = draft;
  seen_[draft] = true;
  AddQuestionWords(question);
}

void AnswerReader::AddQuestionWords(absl::string_view words) {
  std::string& question = drafts_[*current_].question_as_written;
  // Beyond the limit the spans alone tell; no question is that long.
  if (question.size() + words.size() >= kQuestionBytesMax) return;
  absl::StrAppend(&question, question.empty() ? "" : " ", words);
}

void AnswerReader::AddCell(absl::string_view cell, bool paragraph) {
  if (TrimBlanks(cell).empty()) return;
  AnswerDraft& draft = drafts_[*current_];
  absl::StrAppend(&draft.verbatim, draft.verbatim.empty() ? "" : "\n", cell);
  if (paragraph) {
    draft.text.AddParagraph(cell);
  } else {
    draft.text.AddCell(cell);
  }
}

}  // namespace compendium
