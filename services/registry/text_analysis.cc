// SPDX-License-Identifier: Apache-2.0
#include "services/registry/text_analysis.h"

#include <utility>

#include "lib/extract/extract_items.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"

namespace compendium::registry {

TextAnalysis AnalyzeAnswer(AnswerToAnalyze answer) {
  TextAnalysis analysis;
  v1::Questionnaire& questionnaire = analysis.questionnaire;
  questionnaire.set_title(std::move(answer.mechanism_title));
  v1::Answer& only = *questionnaire.add_answers();
  only.set_question_id(std::move(answer.question_id));
  only.set_text(std::move(answer.text));
  only.set_question_as_written(std::move(answer.question_as_written));
  ExtractItems({.round_year = answer.round_year}, questionnaire);
  FindingOptions options;
  options.round_year = answer.round_year;
  analysis.findings = FindFindings(questionnaire, options);
  analysis.suggestions = FindSuggestions(questionnaire);
  return analysis;
}

}  // namespace compendium::registry
