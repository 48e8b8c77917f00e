// SPDX-License-Identifier: Apache-2.0
// Claims in all the styles in which answers list them, and numbers that only
// look like claims.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "lib/extract/claim_finder.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The codes; one that is not explicit has the first letter of its strength.
std::vector<std::string> Codes(absl::string_view text) {
  const AnswerText answer(text);
  std::vector<std::string> codes;
  for (const FoundClaim& claim : FindClaims(answer, QuestionTopic::kClaims)) {
    const char* const mark =
        claim.strength == registry::v1::CLAIM_STRENGTH_IMPLICIT   ? " i"
        : claim.strength == registry::v1::CLAIM_STRENGTH_POSSIBLE ? " p"
                                                                  : "";
    codes.push_back(claim.code + mark);
  }
  return codes;
}

TEST(ClaimForms, ListsOfEveryStyle) {
  EXPECT_THAT(Codes("SDG 10 and 16"), ElementsAre("10", "16"));
  EXPECT_THAT(Codes("SDGs 3, 8 and 10"), ElementsAre("3", "8", "10"));
  EXPECT_THAT(Codes("targets 8.7, 8.8 & 10.7"),
              ElementsAre("8.7", "8.8", "10.7"));
  EXPECT_THAT(Codes("Goal 17.18"), ElementsAre("17.18"));
  EXPECT_THAT(Codes("Goals 5,8 (8.7)"), ElementsAre("5", "8.7"));
  EXPECT_THAT(Codes("SDG8 and SDG10"), ElementsAre("8", "10"));
  EXPECT_THAT(Codes("SDG-8, SDG-10"), ElementsAre("8", "10"));
  EXPECT_THAT(Codes("SDG #5"), ElementsAre("5"));
  EXPECT_THAT(Codes("SDG target 10.7 and target 8.8"),
              ElementsAre("10.7", "8.8"));
  EXPECT_THAT(Codes("Sustainable Development Goal 8 (Decent Work)"),
              ElementsAre("8"));
  EXPECT_THAT(Codes("• 10.7\n• 8.8\n• 17.18"),
              ElementsAre("10.7", "8.8", "17.18"));
  EXPECT_THAT(Codes("10.7, 8.8 and 16.2"), ElementsAre("10.7", "8.8", "16.2"));
  EXPECT_THAT(Codes("SDG 10 (targets 10.7 and 10.c)"),
              ElementsAre("10.7", "10.c"));
  EXPECT_THAT(Codes("SDG 8: 8.7 and 8.8; SDG 16: 16.2"),
              ElementsAre("8.7", "8.8", "16.2"));
  EXPECT_THAT(Codes("Target 10.C on remittances"), ElementsAre("10.c"));
  EXPECT_THAT(Codes("8.5/8.7/10.7 of the SDGs"),
              ElementsAre("8.5", "8.7", "10.7"));
}

TEST(ClaimForms, DescriptionsBetweenCodesEndNoList) {
  EXPECT_THAT(Codes("SDG targets 10.7 (good policies), 8.8 (rights of crews) "
                    "and 10.c (fees)."),
              ElementsAre("10.7", "8.8", "10.c"));
  EXPECT_THAT(Codes("SDG target\u00a010.7 – good policies; 8.8 – crews; and "
                    "10.c – fees\r"),
              ElementsAre("10.7", "8.8", "10.c"));
  EXPECT_THAT(Codes("SDGs 8 (decent work), 10 (reduced inequalies) and 16.2"),
              ElementsAre("8", "10", "16.2"));
  EXPECT_THAT(Codes("target 10.7 on policies, target 8.8 on crews, and 10.c "
                    "on fees"),
              ElementsAre("10.7", "8.8", "10.c"));
  EXPECT_THAT(Codes("targets 10.7 on policies and 8.8 on crews"),
              ElementsAre("10.7", "8.8"));
  EXPECT_THAT(Codes("target 10.7 on policies, 8.8 million crews on board"),
              ElementsAre("10.7"));
  EXPECT_THAT(Codes("target 10.7 on policies, 12 workshops on fees"),
              ElementsAre("10.7"));
  EXPECT_THAT(Codes("Goals 8 (8.7 on crews), 10 (10.7)"), ElementsAre("8.7"));
  EXPECT_THAT(Codes("SDG 8 (in particular 8.7), 10 (in particular 10.7)"),
              ElementsAre("8.7", "10.7"));
}

TEST(ClaimForms, NumbersBehindDescriptionsAreNoClaims) {
  EXPECT_THAT(Codes("SDG 10.7 (policies), 8.8 million crews"),
              ElementsAre("10.7"));
  EXPECT_THAT(Codes("SDG 8 (decent work), 10 (out of 17) ports"),
              ElementsAre("8"));
  EXPECT_THAT(Codes("SDG 8 (decent work), 10 workshops"), ElementsAre("8"));
  EXPECT_THAT(Codes("SDG 10.7 (policies), but not 8.8"), ElementsAre("10.7"));
  EXPECT_THAT(Codes("SDG 10.7 (policies), 3.14.2016"), ElementsAre("10.7"));
  EXPECT_THAT(Codes("SDG 10.7 on policies; 8.8 was the version"),
              ElementsAre("10.7"));
}

TEST(ClaimForms, ListsWithoutAWordHaveTargetsOnly) {
  EXPECT_THAT(Codes("8.8 (rights of workers)"), ElementsAre("8.8"));
  EXPECT_THAT(Codes("3.1 Training of officers"), IsEmpty());
  EXPECT_THAT(Codes("8 and 10"), IsEmpty());
  EXPECT_THAT(Codes("10.7 million migrants, 8.8 thousand permits"), IsEmpty());
}

TEST(ClaimForms, StrengthOfWords) {
  EXPECT_THAT(Codes("SDG 10.7 and possibly 17.16"),
              ElementsAre("10.7", "17.16 p"));
  EXPECT_THAT(Codes("Implicitly, it supports SDG 8.8"), ElementsAre("8.8 i"));
  EXPECT_THAT(Codes("It will contribute to targets 5.2 and 16.2"),
              ElementsAre("5.2 i", "16.2 i"));
  EXPECT_THAT(Codes("It is not related to SDG 8"), IsEmpty());
}

TEST(ClaimForms, CodesThatDoNotExist) {
  EXPECT_THAT(Codes("SDG 10.17"), IsEmpty());
  EXPECT_THAT(Codes("SDG 18"), IsEmpty());
  EXPECT_THAT(Codes("targets 10.7, 10.17"), ElementsAre("10.7"));
  EXPECT_THAT(Codes("indicator 10.7.2 of SDG target 10.7"),
              ElementsAre("10.7"));
}

TEST(ClaimForms, NumbersOfOtherThings) {
  EXPECT_THAT(Codes("Call +41 22 717 9111 about the SDGs."), IsEmpty());
  EXPECT_THAT(Codes("The SDG fund got USD 10.7 million and EUR 8.5."),
              IsEmpty());
  EXPECT_THAT(Codes("10.7 % of the goals, 8% of targets"), IsEmpty());
  EXPECT_THAT(Codes("Resolution 70/1 adopted the 17 SDGs and 169 targets."),
              IsEmpty());
  EXPECT_THAT(Codes("The SDG talks were on 10.7.2016 and 8.8.2016."),
              IsEmpty());
  EXPECT_THAT(Codes("SDG workshop, 10.7.2016"), IsEmpty());
  EXPECT_THAT(Codes("The SDGs: 5 May 2016"), IsEmpty());
  EXPECT_THAT(Codes("Two out of 17 SDGs, in section 3.1 and chapter 8.7"),
              IsEmpty());
  EXPECT_THAT(Codes("SDGs, 10 participants, 8 States"), IsEmpty());
  EXPECT_THAT(Codes("by SDG 2030"), IsEmpty());
  EXPECT_THAT(Codes("4 out of the 17 Sustainable Development Goals"),
              IsEmpty());
}

TEST(ClaimForms, MangledCopies) {
  EXPECT_THAT(Codes("SDG\u00a010.7 and\u00a0target\u00a08.8\r"),
              ElementsAre("10.7", "8.8"));
  EXPECT_THAT(Codes("“SDG 10.7” – ‘SDG 8.8’"), ElementsAre("10.7", "8.8"));
  EXPECT_THAT(Codes("▪ SDG 10.7\n➢ SDG 8.8\n◦ SDG 5.2"),
              ElementsAre("10.7", "8.8", "5.2"));
  EXPECT_THAT(Codes("SDG 10,7"), ElementsAre("10", "7"));
}

}  // namespace
}  // namespace compendium
