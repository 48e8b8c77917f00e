// SPDX-License-Identifier: Apache-2.0
// How AnswerTable makes a questionnaire of its rows.
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "lib/document/answer_table.h"
#include "lib/document/ast_inlines.h"
#include "lib/document/characters.h"
#include "lib/document/known_mechanism.h"
#include "lib/document/known_question.h"
#include "lib/document/plain_text.h"
#include "lib/domain/answer_state.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

// The cell as an answer's text: it holds no markup.
std::string PlainTextOf(absl::string_view cell) {
  PlainText text;
  for (const absl::string_view line :
       absl::StrSplit(cell, absl::ByAnyChar("\r\n"))) {
    text.AddParagraph(EscapeMarkup(line));
  }
  return text.Finish();
}

v1::AnswerState ToProto(AnswerState state) {
  switch (state) {
    case AnswerState::kAnswered:
      return v1::ANSWER_STATE_ANSWERED;
    case AnswerState::kNotApplicable:
      return v1::ANSWER_STATE_NOT_APPLICABLE;
    case AnswerState::kNothingToReport:
      return v1::ANSWER_STATE_NOTHING_TO_REPORT;
    case AnswerState::kBlank:
      return v1::ANSWER_STATE_BLANK;
    case AnswerState::kCrossReference:
      return v1::ANSWER_STATE_CROSS_REFERENCE;
    case AnswerState::kNegativeStatement:
      return v1::ANSWER_STATE_NEGATIVE_STATEMENT;
  }
  return v1::ANSWER_STATE_UNSPECIFIED;
}

v1::Answer& AnswerTo(const std::string& question, v1::Questionnaire& record) {
  for (v1::Answer& answer : *record.mutable_answers()) {
    if (answer.question_id() == question) return answer;
  }
  v1::Answer& answer = *record.add_answers();
  answer.set_question_id(question);
  answer.set_state(v1::ANSWER_STATE_BLANK);
  return answer;
}

}  // namespace

ParsedQuestionnaire AnswerTable::Questionnaire(size_t index) const {
  const Entry& entry = questionnaires_[index];
  const KnownMechanism* known = FindKnownMechanism(entry.mechanism);
  const KnownMechanism mechanism =
      known != nullptr ? *known : MakeMechanism(entry.mechanism);
  ParsedQuestionnaire parsed;
  parsed.mechanism_id = entry.mechanism_id;
  parsed.mechanism.set_display_name(mechanism.display_name);
  parsed.mechanism.set_acronym(mechanism.acronym);
  parsed.mechanism.set_level(mechanism.level);
  v1::Questionnaire& record = parsed.questionnaire;
  record.set_title(mechanism.display_name);
  for (const KnownQuestion& question : KnownQuestions())
    AnswerTo(question.id, record);
  std::string rows;
  CsvReader reader(text_, columns_.separator);
  for (const RowPlace& place : entry.rows) {
    CsvRow row;
    reader.Seek(place.begin_byte, place.line);
    CHECK(reader.Next(row).value());  // Read has read it
    v1::Answer& answer =
        AnswerTo(QuestionId(row.fields[columns_.question].text), record);
    const std::string& cell = row.fields[columns_.answer].text;
    if (!TrimBlanks(cell).empty()) answer.set_verbatim(cell);
    answer.set_text(PlainTextOf(cell));
    answer.set_state(answer.text().empty() ? v1::ANSWER_STATE_BLANK
                                           : v1::ANSWER_STATE_ANSWERED);
    if (columns_.state.has_value()) {
      const auto state =
          ParseAnswerState(TrimBlanks(row.fields[*columns_.state].text));
      if (state.ok()) {
        answer.set_state(ToProto(*state));
        answer.set_state_origin(v1::ORIGIN_SUBMITTED);
      }
    }
    v1::SourceSpan& span = *answer.add_source_spans();
    span.set_begin_byte(static_cast<int64_t>(rows.size()));
    absl::StrAppend(
        &rows, text_.substr(row.begin_byte, row.end_byte - row.begin_byte));
    span.set_end_byte(static_cast<int64_t>(rows.size()));
  }
  v1::SourceDocument& source = *record.mutable_source();
  source.set_file_name(options_.file_name);
  source.set_sha256(base::Sha256Hex(rows));
  source.set_size_bytes(static_cast<int64_t>(rows.size()));
  source.set_format(v1::DOCUMENT_FORMAT_CSV);
  return parsed;
}

}  // namespace compendium
