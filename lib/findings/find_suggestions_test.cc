// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/find_suggestions.h"

#include "gmock/gmock.h"
#include "lib/findings/check_test.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

using Answers = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> CodesOf(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> codes;
  for (const v1::Suggestion& suggestion : FindSuggestions(questionnaire)) {
    codes.push_back(suggestion.code());
  }
  return codes;
}

TEST(FindSuggestions, TargetsThatNobodyClaimed) {
  const auto questionnaire =
      QuestionnaireOf({{"1", "Ports met. They fight human trafficking there."},
                       {"3A", "SDG 16.2"}});

  const auto suggestions = FindSuggestions(questionnaire);

  ASSERT_EQ(suggestions.size(), 2u);
  EXPECT_EQ(suggestions[0].code(), "5.2");
  EXPECT_EQ(suggestions[0].framework(), "sdg");
  EXPECT_EQ(suggestions[0].rule(), "trafficking");
  EXPECT_EQ(suggestions[0].questionnaire(), questionnaire.name());
  EXPECT_EQ(suggestions[0].evidence().question_id(), "1");
  EXPECT_EQ(suggestions[0].evidence().quote(),
            "They fight human trafficking there.");
  EXPECT_EQ(suggestions[1].code(), "8.7");
}

TEST(FindSuggestions, VocabularyReadsWhatPortsWouldWrite) {
  const auto codes = [](const char* text) {
    return CodesOf(QuestionnaireOf({{"1", text}}));
  };

  EXPECT_THAT(codes("Costs of remittances were compared."),
              ElementsAre("10.c"));
  EXPECT_THAT(codes("Rules for labour migration were read."),
              ElementsAre("8.8"));
  EXPECT_THAT(codes("Ports exchange international students."),
              ElementsAre("4.b"));
  EXPECT_THAT(codes("Migration data was shared."), ElementsAre("17.18"));
  EXPECT_THAT(codes("Birth registration of children at sea"),
              ElementsAre("16.9"));
  EXPECT_THAT(codes("They prepare for natural disasters."),
              ElementsAre("11.5", "13.1"));
  EXPECT_THAT(codes("Nothing of note took place."), IsEmpty());
}

TEST(FindSuggestions, BestSentenceIsAboutTheGoalsThenTheMostTelling) {
  const auto evidence = [](const Answers& answers) {
    return FindSuggestions(QuestionnaireOf(answers)).back().evidence().quote();
  };

  EXPECT_EQ(evidence({{"1", "Costs of remittances were seen."},
                      {"2C", "Remittances matter for the SDGs."}}),
            "Remittances matter for the SDGs.");
  EXPECT_EQ(evidence({{"1", "On remittances. The cost of remittances."}}),
            "The cost of remittances.");
}

TEST(FindSuggestions, DeniedAndForeignWordsAreNotSuggested) {
  for (const char* const text :
       {"The project is not about remittances.",
        "It works without remittances.",
        "Paid by the Bureau of Population, Refugees, and Migration.",
        "They fight drug trafficking."}) {
    EXPECT_THAT(CodesOf(QuestionnaireOf({{"1", text}})), IsEmpty()) << text;
  }
  EXPECT_THAT(CodesOf(QuestionnaireOf(
                  {{"1", "Not only remittances were read about."}})),
              ElementsAre("10.c"));
  EXPECT_THAT(CodesOf(QuestionnaireOf(
                  {{"1", "Ports met. No money came, but remittances did."}})),
              ElementsAre("10.c"));
}

TEST(FindSuggestions, WhatIsNoAnswerSaysNothing) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"1", "remittances were read about"}});
  questionnaire.mutable_answers(0)->set_state(
      v1::ANSWER_STATE_NEGATIVE_STATEMENT);

  EXPECT_THAT(CodesOf(questionnaire), IsEmpty());
}

TEST(FindSuggestions, NameOfAClaimedGoalIsNoReasonForItsTargets) {
  EXPECT_THAT(CodesOf(QuestionnaireOf(
                  {{"2C", "SDGs:\n8 Decent work and economic growth"}})),
              Not(Contains("8.5")));
}

TEST(FindSuggestions, ClaimThatAPersonRejectedStaysAway) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"1", "Costs of remittances were seen."}});
  v1::Rejection& rejection = *questionnaire.add_rejections();
  rejection.set_item_id("c1");
  rejection.mutable_claim()->set_framework("sdg");
  rejection.mutable_claim()->set_code("10.c");

  EXPECT_THAT(CodesOf(questionnaire), IsEmpty());
}

TEST(FindSuggestions, DecisionIsAttached) {
  v1::Questionnaire questionnaire =
      QuestionnaireOf({{"1", "Costs of remittances were seen."}});
  v1::Decision& decision = *questionnaire.add_decisions();
  decision.set_id(FindSuggestions(questionnaire)[0].id());
  decision.set_verdict(v1::VERDICT_DISMISSED);

  EXPECT_EQ(FindSuggestions(questionnaire)[0].decision().verdict(),
            v1::VERDICT_DISMISSED);
}

}  // namespace
}  // namespace compendium
