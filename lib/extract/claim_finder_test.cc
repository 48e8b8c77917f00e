// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/claim_finder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "code strength" of each claim; explicit ones show only the code.
std::vector<std::string> Claims(absl::string_view text,
                                QuestionTopic topic = QuestionTopic::kClaims) {
  const AnswerText answer(text);
  std::vector<std::string> claims;
  for (const FoundClaim& claim : FindClaims(answer, topic)) {
    absl::string_view strength =
        claim.strength == registry::v1::CLAIM_STRENGTH_IMPLICIT   ? " implicit"
        : claim.strength == registry::v1::CLAIM_STRENGTH_POSSIBLE ? " possible"
                                                                  : "";
    claims.push_back(absl::StrCat(claim.code, strength));
  }
  return claims;
}

TEST(FindClaims, GoalBeforeBracketedTargetIsTheTarget) {
  EXPECT_THAT(Claims("3 of the 17 SDGs, namely Goals 4,5 (5.2),8 (8.7), 10 "
                     "(10.7) , 13"),
              ElementsAre("4", "5.2", "8.7", "10.7", "13"));
  EXPECT_THAT(Claims("SDG 16 – Goal 16.9 on identity"), ElementsAre("16.9"));
  EXPECT_THAT(Claims("SDG 8, targets 8.7 and 8.8"), ElementsAre("8.7", "8.8"));
}

TEST(FindClaims, CodesFollowTheirWord) {
  EXPECT_THAT(Claims("in support of SDGs 10.7 and 17.17."),
              ElementsAre("10.7", "17.17"));
  EXPECT_THAT(Claims("target 8.8 (workers); target 10.C (transfers)"),
              ElementsAre("8.8", "10.c"));
  EXPECT_THAT(Claims("SDG target 4.b."), ElementsAre("4.b"));
  EXPECT_THAT(Claims("sustainable development goals 1 & 5"),
              ElementsAre("1", "5"));
}

TEST(FindClaims, OtherNumbersAreNoClaims) {
  EXPECT_THAT(Claims("4 out of the 17 Sustainable Development Goals (SDGs) "
                     "adopted by 193 States in 2015 with 169 targets"),
              IsEmpty());
  EXPECT_THAT(Claims("By 2030, in section 8.7, 10 States, +41 22 717 91 11"),
              IsEmpty());
  EXPECT_THAT(Claims("SDG 2030 Agenda, goals for 5 years"), IsEmpty());
}

TEST(FindClaims, CodesThatDoNotExistAreNoClaims) {
  EXPECT_THAT(Claims("SDG 18, target 10.9, goal 0, target 5.d, target 10.7.1"),
              IsEmpty());
}

TEST(FindClaims, GoalByNumberAndName) {
  EXPECT_THAT(
      Claims("It touches SDGs:\n4 Quality Education (panel 2)\n13 Climate "
             "Action\n16 Peace and Justice/Strong Institutions\n5 workshops\n"
             "10 Decent work and growth"),
      ElementsAre("4", "13", "16"));
}

TEST(FindClaims, NumberOfALineIsAGoalBeforeItsName) {
  EXPECT_THAT(Claims("1. No poverty\n• 2) Zero hunger\n• 3 Good health and "
                     "well-being\n4. Forms\nIn 2.\nClimate action"),
              ElementsAre("1", "2", "3"));
}

TEST(FindClaims, PossiblyHoldsForOneCode) {
  EXPECT_THAT(Claims("supports Goals 5.2, possibly 8.7 and 10.7"),
              ElementsAre("5.2", "8.7 possible", "10.7"));
  EXPECT_THAT(Claims("possibly SDG 8.7"), ElementsAre("8.7 possible"));
}

TEST(FindClaims, FutureContributionIsImplicit) {
  EXPECT_THAT(Claims("It will contribute to targets 8.8 and possibly 17.18. "
                     "It supports SDG 1."),
              ElementsAre("8.8 implicit", "17.18 possible", "1"));
}

TEST(FindClaims, ImplicitIntroductionHoldsForTheLinesBelow) {
  EXPECT_THAT(Claims("Implicitly, it serves two targets:\nA: SDG 5\n• B: SDG "
                     "8.7\nBy name, it serves:\nC: SDG 3"),
              ElementsAre("5 implicit", "8.7 implicit", "3"));
}

TEST(FindClaims, DenialIsNoClaim) {
  EXPECT_THAT(Claims("It is not related to SDG 5, but to SDG 8."),
              ElementsAre("8"));
  EXPECT_THAT(Claims("It serves not only SDG 5"), ElementsAre("5"));
}

TEST(FindClaims, GoalsOfSomethingElseNeedTheFramework) {
  EXPECT_THAT(Claims("Goal 3 of the strategy", QuestionTopic::kMeetings),
              IsEmpty());
  EXPECT_THAT(Claims("SDG 3 was discussed", QuestionTopic::kMeetings),
              ElementsAre("3"));
}

TEST(FindClaims, CodeCountsOnceAtItsFirmest) {
  EXPECT_THAT(Claims("Possibly SDG 8.7. And SDG 8.7 for certain. SDG 8.7!"),
              ElementsAre("8.7"));
}

TEST(FindClaims, EvidenceIsTheSentence) {
  const AnswerText answer("First words. It serves SDG 5. Last words.");

  const auto claims = FindClaims(answer, QuestionTopic::kClaims);

  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(
      answer.text().substr(claims[0].evidence_begin,
                           claims[0].evidence_end - claims[0].evidence_begin),
      "It serves SDG 5.");
}

}  // namespace
}  // namespace compendium
