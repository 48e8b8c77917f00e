// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/answer_texts.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/reporting/projection/kept_list.h"

namespace compendium::reporting {

using registry::v1::Questionnaire;

AnswerTexts Apply(AnswerTexts texts, const RecordEffect& effect) {
  ApplyList(
      effect,
      [](const Questionnaire& from, Questionnaire& to) {
        to.set_title(from.title());
        for (const auto& area : from.focus_areas())
          to.add_focus_areas()->set_as_written(area.as_written());
        for (const auto& answer : from.answers()) {
          auto& kept = *to.add_answers();
          kept.set_question_id(answer.question_id());
          kept.set_state(answer.state());
          kept.set_text(answer.text());
        }
      },
      texts.contributions);
  return texts;
}

absl::StatusOr<AnswerTexts> AnswerTextsIn(const v1::ReportContent& content) {
  AnswerTexts texts;
  for (const Questionnaire& record : content.questionnaire_records()) {
    const auto name = QuestionnaireName::Parse(record.name());
    if (!name.ok())
      return absl::DataLossError(absl::StrCat("questionnaire_records.name: ",
                                              name.status().message()));
    RecordEffect effect{*name};
    effect.questionnaire = &record;
    texts = Apply(std::move(texts), effect);
  }
  return texts;
}

}  // namespace compendium::reporting
