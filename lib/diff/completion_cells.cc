// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/diff/cells_of.h"
#include "lib/diff/value_words.h"

namespace compendium {

namespace v1 = reporting::v1;

Cells CellsOf(const v1::Completion& completion) {
  Cells cells;
  if (!completion.due_day().empty()) {
    Cell cell;
    cell.title = "due day";
    cell.value = completion.due_day();
    AddCell({v1::DIFF_KIND_COMPLETION, "", ""}, std::move(cell), cells);
  }
  std::map<std::string, std::string> title_by_question;
  for (const v1::QuestionCompletion& question : completion.questions())
    title_by_question[question.question_id()] = question.title();
  for (const v1::MechanismCompletion& mechanism : completion.mechanisms()) {
    const std::string questionnaire =
        QuestionnaireOf(mechanism.mechanism(), completion.round());
    for (const v1::CompletionCell& told : mechanism.cells()) {
      Cell cell;
      cell.title = title_by_question[told.question_id()];
      cell.value = told.state() == v1::COMPLETION_STATE_UNSPECIFIED
                       ? "unknown"
                       : ValueWord(told.state());
      if (!told.text().empty())
        absl::StrAppend(&cell.value, " “", told.text(), "”");
      cell.order = NaturalOrder(told.question_id());
      AddCell({v1::DIFF_KIND_COMPLETION, questionnaire, told.question_id()},
              std::move(cell), cells);
    }
  }
  return cells;
}

}  // namespace compendium
