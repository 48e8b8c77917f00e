// SPDX-License-Identifier: Apache-2.0
#include "cli/import/answer_merge.h"

#include <algorithm>
#include <map>
#include <string>

#include "lib/extract/extract_items.h"

namespace compendium {
namespace v1 = registry::v1;

void ExtractFromAnswers(int round_year, v1::Questionnaire& questionnaire) {
  std::map<std::string, v1::AnswerState> given;
  for (const v1::Answer& answer : questionnaire.answers()) {
    if (answer.state_origin() == v1::ORIGIN_SUBMITTED ||
        answer.state_origin() == v1::ORIGIN_CURATED)
      given[answer.question_id()] = answer.state();
  }
  ExtractItems({.round_year = round_year}, questionnaire);
  for (v1::Answer& answer : *questionnaire.mutable_answers()) {
    const auto found = given.find(answer.question_id());
    if (found != given.end()) answer.set_state(found->second);
  }
}

void KeepWhatTableLacks(const v1::Questionnaire& existing, int round_year,
                        v1::Questionnaire& fresh) {
  if (!existing.title().empty()) fresh.set_title(existing.title());
  *fresh.mutable_participants() = existing.participants();
  *fresh.mutable_focus_areas() = existing.focus_areas();
  for (const v1::Answer& kept : existing.answers()) {
    auto* const answers = fresh.mutable_answers();
    const auto same = std::find_if(
        answers->begin(), answers->end(), [&](const v1::Answer& a) {
          return a.question_id() == kept.question_id();
        });
    if (same == answers->end()) {
      *fresh.add_answers() = kept;
    } else if (same->source_spans().empty()) {
      *same = kept;  // the table has no row for it
    } else if (same->question_as_written().empty()) {
      same->set_question_as_written(kept.question_as_written());
    }
  }
  fresh.clear_meetings();
  fresh.clear_claims();
  ExtractFromAnswers(round_year, fresh);
}

}  // namespace compendium
