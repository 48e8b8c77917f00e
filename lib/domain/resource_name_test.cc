// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/resource_name.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

const char* const kValid[] = {
    "mechanisms/bali-process",
    "mechanisms/5-5-dialogue",
    "mechanisms/a",
    "rounds/2016",
    "rounds/2016-extra",
    "mechanisms/5-5-dialogue/questionnaires/2016",
    "mechanisms/questionnaires/questionnaires/1",
};

TEST(ResourceName, TextIsReadBack) {
  for (const char* const text : kValid) {
    const auto name = ResourceName::Parse(text);
    ASSERT_TRUE(name.ok()) << name.status();
    EXPECT_EQ(name->ToString(), text);
    EXPECT_EQ(*ResourceName::Parse(name->ToString()), *name);
  }
}

TEST(ResourceName, KindIsThatOfItsPattern) {
  using Kind = ResourceName::Kind;

  EXPECT_EQ(ResourceName::Parse("mechanisms/igc")->kind(), Kind::kMechanism);
  EXPECT_EQ(ResourceName::Parse("rounds/2016")->kind(), Kind::kRound);
  EXPECT_EQ(ResourceName::Parse("mechanisms/igc/questionnaires/2016")->kind(),
            Kind::kQuestionnaire);
}

TEST(ResourceName, OnlyTheNameOfItsKindIsThere) {
  const auto name = *ResourceName::Parse("mechanisms/igc/questionnaires/2016");

  EXPECT_EQ(name.mechanism(), nullptr);
  EXPECT_EQ(name.round(), nullptr);
  ASSERT_NE(name.questionnaire(), nullptr);
  EXPECT_EQ(name.questionnaire()->mechanism().ToString(), "mechanisms/igc");
  EXPECT_EQ(name.questionnaire()->round().ToString(), "rounds/2016");
}

TEST(ResourceName, OtherTextIsRefused) {
  for (const absl::string_view text :
       {"", "mechanisms", "mechanisms/", "mechanisms/-a", "mechanisms/a-",
        "mechanisms/A", "mechanisms/a_b", "mechanisms/a b", "mechanisms/a/",
        "/mechanisms/a", "rounds/", "rounds/2016/x", "things/a",
        "mechanisms/a/questionnaires/", "mechanisms//questionnaires/2016",
        "mechanisms/a/questionnaires/2016/x", "mechanisms/\xc3\xa9"}) {
    const auto name = ResourceName::Parse(text);
    EXPECT_EQ(name.status().code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_THAT(std::string(name.status().message()),
                testing::MatchesRegex("got \".*\", want .*"));
  }
}

TEST(ResourceName, IdHasAtMost63Bytes) {
  const std::string longest(63, 'a');

  EXPECT_TRUE(MechanismName::FromId(longest).ok());
  EXPECT_FALSE(MechanismName::FromId(absl::StrCat(longest, "a")).ok());
}

TEST(MechanismName, IdMakesTheName) {
  const auto name = *MechanismName::FromId("sacm");

  EXPECT_EQ(name.ToString(), "mechanisms/sacm");
  EXPECT_EQ(name, *MechanismName::Parse("mechanisms/sacm"));
  EXPECT_LT(*MechanismName::FromId("arcp"), name);
}

TEST(RoundName, OfAnotherCollectionIsRefused) {
  EXPECT_EQ(RoundName::Parse("rounds/2016")->id(), "2016");
  EXPECT_FALSE(RoundName::Parse("mechanisms/2016").ok());
  EXPECT_FALSE(RoundName::FromId("rounds/2016").ok());
}

TEST(QuestionnaireName, OrderIsMechanismThenRound) {
  const auto name = [](absl::string_view mechanism, absl::string_view round) {
    return QuestionnaireName(*MechanismName::FromId(mechanism),
                             *RoundName::FromId(round));
  };

  EXPECT_EQ(name("igc", "2016").ToString(),
            "mechanisms/igc/questionnaires/2016");
  EXPECT_LT(name("arcp", "2017"), name("igc", "2016"));
  EXPECT_LT(name("igc", "2016"), name("igc", "2017"));
  EXPECT_EQ(*QuestionnaireName::Parse("mechanisms/igc/questionnaires/2016"),
            name("igc", "2016"));
}

}  // namespace
}  // namespace compendium
