// SPDX-License-Identifier: Apache-2.0
#include "lib/diff/report_cells.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "lib/diff/value_words.h"
#include "lib/domain/country.h"
#include "lib/domain/name_key.h"
#include "lib/words/record_id.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;
using registry::v1::Answer;
using registry::v1::Questionnaire;

// The words of an answer; one that tells nothing with what that means.
std::string AnswerWords(const Answer& answer) {
  const bool tells = answer.state() == registry::v1::ANSWER_STATE_ANSWERED;
  if (tells && !answer.text().empty()) return answer.text();
  const std::string state = ValueWord(answer.state());
  return answer.text().empty() ? state
                               : absl::StrCat(state, " “", answer.text(), "”");
}

// Each line of the answer as a quote, so that a long answer shows what changed.
void AddLines(absl::string_view questionnaire, const Answer& answer,
              Cell& cell) {
  size_t begin = 0;
  for (const absl::string_view line : absl::StrSplit(answer.text(), '\n')) {
    if (!absl::StripAsciiWhitespace(line).empty()) {
      registry::v1::Evidence quote;
      quote.set_question_id(answer.question_id());
      quote.set_begin_byte(static_cast<int>(begin));
      quote.set_end_byte(static_cast<int>(begin + line.size()));
      quote.set_quote(std::string(line));
      AddEvidence(questionnaire, quote, cell);
    }
    begin += line.size() + 1;
  }
}

// Title and focus areas.
void AddHeading(const Questionnaire& questionnaire, Cells& cells) {
  Cell cell;
  cell.title = "title and focus areas";
  cell.order = questionnaire.name();
  std::vector<std::string> parts = {questionnaire.title()};
  for (const auto& area : questionnaire.focus_areas()) {
    parts.push_back(area.as_written());
    registry::v1::Evidence quote;
    quote.set_quote(area.as_written());
    AddEvidence(questionnaire.name(), quote, cell);
  }
  cell.value = JoinParts(parts);
  if (!cell.value.empty())
    AddCell({v1::DIFF_KIND_ANSWERS, questionnaire.name(), ""}, std::move(cell),
            cells);
}

// The questionnaire's list as the answer about participation has it.
v1::Participation ParticipationOf(const Questionnaire& questionnaire) {
  std::map<std::string, v1::ParticipantParticipation> told;
  int index = 0;
  for (const auto& participant : questionnaire.participants()) {
    const std::string& code = participant.country_code();
    const absl::StatusOr<CountryCode> country = CountryCode::Parse(code);
    const std::string key =
        code.empty() ? absl::StrCat(" ", NameKey(participant.as_written()))
                     : code;
    v1::ParticipantParticipation& one = told[key];
    one.set_country_code(code);
    if (one.name().empty())
      one.set_name(country.ok() ? std::string(country->name())
                                : participant.as_written());
    v1::ParticipationEntry& entry = *one.add_entries();
    entry.set_mechanism(
        absl::StrCat("mechanisms/", MechanismId(questionnaire.name())));
    entry.set_round(absl::StrCat("rounds/", RecordId(questionnaire.name())));
    entry.set_role(participant.role());
    entry.set_kind(participant.kind());
    entry.set_as_written(participant.as_written());
    entry.set_participant_index(index++);
  }
  v1::Participation participation;
  for (auto& [key, one] : told)
    *participation.add_participants() = std::move(one);
  return participation;
}

}  // namespace

Cells CellsOf(const Questionnaire& questionnaire,
              const registry::v1::Form& form) {
  std::map<std::string, std::string> title_by_question;
  for (const auto& question : form.questions())
    title_by_question[question.id()] = question.title();
  Cells cells;
  AddHeading(questionnaire, cells);
  for (const Answer& answer : questionnaire.answers()) {
    Cell cell;
    cell.title = title_by_question[answer.question_id()];
    cell.value = AnswerWords(answer);
    cell.order = absl::StrCat(questionnaire.name(), " ",
                              NaturalOrder(answer.question_id()));
    AddLines(questionnaire.name(), answer, cell);
    AddCell({v1::DIFF_KIND_ANSWERS, questionnaire.name(), answer.question_id()},
            std::move(cell), cells);
  }
  return cells;
}

Cells CellsOf(const v1::ReportContent& content) {
  Cells cells;
  AddCells(CellsOf(content.coverage()), cells);
  AddCells(CellsOf(content.completion()), cells);
  AddCells(CellsOf(content.participation()), cells);
  AddCells(CellsOf(content.calendar()), cells);
  AddCells(CellsOf(content.clashes()), cells);
  AddCells(CellsOf(content.projects()), cells);
  AddCells(CellsOf(content.publications()), cells);
  for (const Questionnaire& questionnaire : content.questionnaire_records()) {
    AddCells(CellsOf(questionnaire, content.round().form()), cells);
    if (!content.has_participation())
      AddCells(CellsOf(ParticipationOf(questionnaire)), cells);
  }
  return cells;
}

}  // namespace compendium
