// SPDX-License-Identifier: Apache-2.0
#include "services/registry/text_analysis.h"

#include <gtest/gtest.h>

#include <string>

#include "services/registry/request_rules.h"

namespace compendium::registry {
namespace {

TEST(AnalyzeAnswer, FindsWhatAnImportWouldFind) {
  TextAnalysis analysis =
      AnalyzeAnswer({.question_id = "2A",
                     .text = "• Senior officials' forum, Lima, Peru, 3 – 4 May",
                     .round_year = 2016,
                     .mechanism_title = "Sea Process (SEAP)"});

  v1::Questionnaire& found = analysis.questionnaire;
  EXPECT_EQ(found.answers(0).state(), v1::ANSWER_STATE_ANSWERED);
  ASSERT_EQ(found.meetings_size(), 1);
  EXPECT_EQ(found.meetings(0).date().edtf(), "2016-05-03/2016-05-04");
  EXPECT_EQ(found.meetings(0).country_code(), "PER");
  EXPECT_FALSE(found.meetings(0).id().empty());
  EXPECT_TRUE(CompleteQuestionnaire(found, "q").ok());
}

TEST(AnalyzeAnswer, QuestionsWordsSayWhatIsAsked) {
  const auto claims = [](const std::string& question) {
    return AnalyzeAnswer({.question_id = "9",
                          .text = "Targets 10.7 and 8.7",
                          .round_year = 2016,
                          .question_as_written = question})
        .questionnaire.claims_size();
  };

  EXPECT_EQ(claims("Which SDGs does the project support?"), 2);
}

TEST(AnalyzeAnswer, EmptyTextIsBlank) {
  const TextAnalysis analysis =
      AnalyzeAnswer({.question_id = "3A", .text = "", .round_year = 2016});

  EXPECT_EQ(analysis.questionnaire.answers(0).state(), v1::ANSWER_STATE_BLANK);
  EXPECT_EQ(analysis.questionnaire.claims_size(), 0);
}

}  // namespace
}  // namespace compendium::registry
