// SPDX-License-Identifier: Apache-2.0
#include "cli/curate/step_words.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::HasSubstr;

v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        name: "mechanisms/midsa/questionnaires/2016"
        meetings { id: "m-1" title: "Forum" city: "Lima" }
        claims { id: "c-1" framework: "sdg" code: "10.7" }
        projects { id: "p-1" title: "Ports" }
        publications { id: "b-1" title: "Atlas" }
        participants { as_written: "Peru" country_code: "PER" }
        focus_areas { as_written: "Ports" }
      )pb",
      &questionnaire));
  return questionnaire;
}

TEST(CorrectStep, IsTheItemAsItIsWithItsChanges) {
  const auto step = CorrectStep(Sample(), "m-1",
                                {.assignments = {"title=Port forum"},
                                 .question_id = "2A",
                                 .quote = "the forum"});

  ASSERT_TRUE(step.ok()) << step.status();
  EXPECT_EQ(step->put().item_id(), "m-1");
  EXPECT_EQ(step->put().meeting().title(), "Port forum");
  EXPECT_EQ(step->put().meeting().city(), "Lima");
  EXPECT_EQ(step->put().meeting().evidence().question_id(), "2A");
  EXPECT_EQ(step->put().meeting().evidence().quote(), "the forum");
}

TEST(CorrectStep, FindsItemsOfEveryKind) {
  const auto step = [](const std::string& id) {
    const auto made = CorrectStep(Sample(), id, {});
    EXPECT_TRUE(made.ok()) << made.status();
    return made.ok() ? made->put() : v1::PutItem();
  };

  EXPECT_TRUE(step("c-1").has_claim());
  EXPECT_TRUE(step("p-1").has_project());
  EXPECT_TRUE(step("b-1").has_publication());
  EXPECT_EQ(step("Peru").participant().country_code(), "PER");
  EXPECT_TRUE(step("Ports").has_focus_area());
}

TEST(CorrectStep, SaysWhatDoesNotFit) {
  const auto message = [](const std::string& id, const ItemChange& change) {
    return std::string(CorrectStep(Sample(), id, change).status().message());
  };

  EXPECT_THAT(message("m-9", {}), HasSubstr("ITEM: got m-9"));
  EXPECT_THAT(message("m-1", {.assignments = {"x=1"}}), HasSubstr("--set"));
  EXPECT_THAT(message("m-1", {.question_id = "2A"}), HasSubstr("both"));
  EXPECT_THAT(message("Peru", {.question_id = "1", .quote = "x"}),
              HasSubstr("stands in no answer"));
}

TEST(AddStep, EveryKindCanBeAdded) {
  for (const char* kind : kItemKinds) {
    const auto step = AddStep(kind, {});
    ASSERT_TRUE(step.ok()) << kind;
    EXPECT_NE(step->put().item_case(), v1::PutItem::ITEM_NOT_SET) << kind;
    EXPECT_EQ(step->put().item_id(), "");
  }
  EXPECT_FALSE(AddStep("item_id", {}).ok());
  EXPECT_FALSE(AddStep("song", {}).ok());
}

TEST(StateStep, TakesTheStateInWords) {
  EXPECT_EQ(StateStep("2B", "not applicable")->set_answer_state().state(),
            v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_THAT(std::string(StateStep("2B", "odd").status().message()),
              HasSubstr("want one of answered"));
}

TEST(ParseMention, TakesMechanismsAndWholeNames) {
  EXPECT_EQ(ParseMention("midsa:m-1", "2016")->questionnaire(),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(ParseMention("midsa:m-1", "2016")->item_id(), "m-1");
  EXPECT_EQ(ParseMention("mechanisms/midsa/questionnaires/2015:m-1", "2016")
                ->questionnaire(),
            "mechanisms/midsa/questionnaires/2015");
  for (const char* bad : {"", "midsa", "midsa:", ":m-1", "MIDSA:m-1"})
    EXPECT_FALSE(ParseMention(bad, "2016").ok()) << bad;
}

TEST(FullQuestionnaireName, FillsShortOnes) {
  EXPECT_EQ(FullQuestionnaireName("midsa/2016"),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(FullQuestionnaireName("rounds/2016"), "rounds/2016");
  EXPECT_EQ(FullQuestionnaireName("mechanisms/midsa"), "mechanisms/midsa");
  EXPECT_EQ(FullQuestionnaireName("midsa"), "midsa");
}

}  // namespace
}  // namespace compendium
