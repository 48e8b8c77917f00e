// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"

namespace compendium::registry {

// An answer that belongs to no record.
struct AnswerToAnalyze {
  std::string question_id;
  std::string text;
  int round_year = 0;
  std::string mechanism_title = {};
  std::string question_as_written = {};
};

// What reading it gives: a questionnaire of this one answer, with its items,
// and what checks and vocabularies find in it.
struct TextAnalysis {
  v1::Questionnaire questionnaire;
  std::vector<v1::Finding> findings;
  std::vector<v1::Suggestion> suggestions;
};

// Reads the answer as an import reads it. Pure; linear in the text but for the
// comparison of its meetings with each other.
TextAnalysis AnalyzeAnswer(AnswerToAnalyze answer);

}  // namespace compendium::registry
