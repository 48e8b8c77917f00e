// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/level_split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Parts(absl::string_view title) {
  const AnswerText answer(title);
  const MechanismNames names = ParseMechanismNames("Sea Dialogue (SEAD)");
  std::vector<std::string> parts;
  for (const LevelPart& part :
       SplitLevels(answer, names, {0, answer.tokens().size()})) {
    parts.push_back(absl::StrCat(part.title, " | ",
                                 registry::v1::MeetingLevel_Name(part.level)));
  }
  return parts;
}

TEST(SplitLevels, LevelsInParentheses) {
  EXPECT_THAT(Parts("SEAD 2018 yearly meetings (Ministerial and Experts)"),
              ElementsAre("SEAD 2018 yearly meetings (Ministerial) | "
                          "MEETING_LEVEL_MINISTERIAL",
                          "SEAD 2018 yearly meetings (Experts) | "
                          "MEETING_LEVEL_EXPERT"));
  EXPECT_EQ(Parts("Meetings (experts, SOM, and ministerial) on ports").size(),
            3u);
}

TEST(SplitLevels, LevelsBeforeTheNounAndBehindAt) {
  EXPECT_THAT(
      Parts("Senior Officials’ and Ministerial Meetings on ports"),
      ElementsAre("Senior Officials’ Meetings on ports | "
                  "MEETING_LEVEL_SENIOR_OFFICIALS",
                  "Ministerial Meetings on ports | MEETING_LEVEL_MINISTERIAL"));
  EXPECT_THAT(Parts("meetings at expert and ministerial level"),
              ElementsAre("meetings (expert) | MEETING_LEVEL_EXPERT",
                          "meetings (ministerial) | "
                          "MEETING_LEVEL_MINISTERIAL"));
}

TEST(SplitLevels, NoBreakSpacesAndLostLigatures) {
  EXPECT_EQ(Parts("annual\u00a0meengs (Experts\u00a0& Ministerial)").size(),
            2u);
}

TEST(SplitLevels, OneMeetingStaysOne) {
  EXPECT_THAT(Parts("Annual meeting (Experts and Ministerial)"), IsEmpty());
  EXPECT_THAT(Parts("Meetings of experts and ministers"), IsEmpty());
  EXPECT_THAT(Parts("Working Group and Task Force meetings"), IsEmpty());
  EXPECT_THAT(Parts("Meetings (ports and sails)"), IsEmpty());
  EXPECT_THAT(Parts("Ministerial Meetings (Lima and Oslo)"), IsEmpty());
  EXPECT_THAT(Parts("Workshops and training sessions"), IsEmpty());
}

}  // namespace
}  // namespace compendium
