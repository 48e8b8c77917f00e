// SPDX-License-Identifier: Apache-2.0
// What the tests of checks share: questionnaires made from answers' texts, and
// findings as short words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "gtest/gtest.h"
#include "lib/extract/extract_items.h"
#include "lib/findings/find_findings.h"

namespace compendium {

// A questionnaire of 2016 with these answers, extracted as an import does.
inline registry::v1::Questionnaire QuestionnaireOf(
    const std::vector<std::pair<std::string, std::string>>& answers) {
  registry::v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/port-forum/questionnaires/2016");
  questionnaire.set_title("Forum of Port Cities (FPC)");
  for (const auto& [id, text] : answers) {
    registry::v1::Answer& answer = *questionnaire.add_answers();
    answer.set_question_id(id);
    answer.set_text(text);
  }
  ExtractItems({.round_year = 2016}, questionnaire);
  return questionnaire;
}

inline FindingOptions In2016() {
  return {.round_year = 2016, .due_day = "", .form = {}};
}

// The findings of one check, and that each is well-formed.
inline std::vector<registry::v1::Finding> FindingsOf(
    absl::string_view check, const registry::v1::Questionnaire& questionnaire,
    const FindingOptions& options = In2016()) {
  std::vector<registry::v1::Finding> found;
  for (auto& finding : FindFindings(questionnaire, options)) {
    EXPECT_EQ(finding.subject(), questionnaire.name());
    EXPECT_FALSE(finding.message().empty());
    EXPECT_FALSE(finding.resolution().empty());
    EXPECT_FALSE(finding.evidence().empty()) << finding.check();
    if (finding.check() == check) found.push_back(std::move(finding));
  }
  return found;
}

// "2A: its quote" of each evidence of a finding.
inline std::vector<std::string> QuotesOf(const registry::v1::Finding& finding) {
  std::vector<std::string> quotes;
  for (const auto& quote : finding.evidence()) {
    quotes.push_back(absl::StrCat(quote.evidence().question_id(), ": ",
                                  quote.evidence().quote()));
  }
  return quotes;
}

}  // namespace compendium
