// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_level.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::MeetingLevel Level(absl::string_view title) {
  const AnswerText answer(title);
  const MechanismNames names = ParseMechanismNames("Sea Conference (SEAC)");
  return LevelInTitle(answer, names, {0, answer.tokens().size()});
}

TEST(LevelInTitle, FirstWordUpToTheNounDecides) {
  EXPECT_EQ(Level("Sixth Ministerial Conference"),
            v1::MEETING_LEVEL_MINISTERIAL);
  EXPECT_EQ(Level("Planning Workshop under the Working Group on ports"),
            v1::MEETING_LEVEL_WORKSHOP_TRAINING);
  EXPECT_EQ(Level("Working group meeting: workshop on ports"),
            v1::MEETING_LEVEL_WORKING_GROUP);
  EXPECT_EQ(Level("Final Conference / 10th Working Group Meeting"),
            v1::MEETING_LEVEL_SUMMIT_CONFERENCE);
  EXPECT_EQ(Level("First Technical Coordination Meeting"),
            v1::MEETING_LEVEL_EXPERT);
  EXPECT_EQ(Level("5th Project Steering Committee"),
            v1::MEETING_LEVEL_STEERING_OR_CORE_GROUP);
  EXPECT_EQ(Level("4th SOM"), v1::MEETING_LEVEL_SENIOR_OFFICIALS);
  EXPECT_EQ(Level("PWG Meetings"), v1::MEETING_LEVEL_WORKING_GROUP);
}

TEST(LevelInTitle, BodiesBehindTheNounCount) {
  EXPECT_EQ(Level("Joint Meeting of the Working Groups on ports"),
            v1::MEETING_LEVEL_WORKING_GROUP);
  EXPECT_EQ(Level("Meeting for Ministers of the sea"),
            v1::MEETING_LEVEL_MINISTERIAL);
  EXPECT_EQ(Level("Tenth Meeting of the Group Senior Officials"),
            v1::MEETING_LEVEL_SENIOR_OFFICIALS);
}

TEST(LevelInTitle, WhatItPreparesDoesNot) {
  EXPECT_EQ(Level("Annual meeting of the Sea Conference"),
            v1::MEETING_LEVEL_UNSPECIFIED);
  EXPECT_EQ(Level("Meeting for the Ministerial Conference"),
            v1::MEETING_LEVEL_UNSPECIFIED);
}

TEST(LevelInTitle, EditionOfAConferenceIsOne) {
  EXPECT_EQ(Level("XVI SEAC annual meeting"),
            v1::MEETING_LEVEL_SUMMIT_CONFERENCE);
}

TEST(LevelInTitle, QuotedWordsCountLast) {
  EXPECT_EQ(Level("Roundtable “Ministers meet experts”"),
            v1::MEETING_LEVEL_UNSPECIFIED);
  EXPECT_EQ(Level("“A workshop for ports”"),
            v1::MEETING_LEVEL_WORKSHOP_TRAINING);
}

TEST(NamesSmallGroup, OnlyGroupsOfThatName) {
  const auto names = [](absl::string_view title) {
    const AnswerText answer(title);
    return NamesSmallGroup(answer, {0, answer.tokens().size()});
  };

  EXPECT_TRUE(names("Meeting of the SEAC Ad Hoc Group on tides"));
  EXPECT_TRUE(names("meeting of the ad-hoc group"));
  EXPECT_TRUE(names("First meeting of the Thematic Groups"));
  EXPECT_TRUE(names("Meeting of the Sub-group on tides"));
  EXPECT_FALSE(names("Meeting of the Group of Friends"));
  EXPECT_FALSE(names("Ad hoc meeting"));
}

TEST(DecideLevel, QuestionDecidesWhatTheTitleLeavesOpen) {
  EXPECT_EQ(
      DecideLevel(v1::MEETING_LEVEL_UNSPECIFIED, v1::MEETING_LEVEL_UNSPECIFIED,
                  QuestionTopic::kMinisterial),
      v1::MEETING_LEVEL_MINISTERIAL);
  EXPECT_EQ(DecideLevel(v1::MEETING_LEVEL_SUMMIT_CONFERENCE,
                        v1::MEETING_LEVEL_UNSPECIFIED,
                        QuestionTopic::kSeniorOfficials),
            v1::MEETING_LEVEL_SENIOR_OFFICIALS);
  EXPECT_EQ(DecideLevel(v1::MEETING_LEVEL_EXPERT, v1::MEETING_LEVEL_UNSPECIFIED,
                        QuestionTopic::kMinisterial),
            v1::MEETING_LEVEL_EXPERT);
  EXPECT_EQ(
      DecideLevel(v1::MEETING_LEVEL_UNSPECIFIED,
                  v1::MEETING_LEVEL_WORKING_GROUP, QuestionTopic::kMeetings),
      v1::MEETING_LEVEL_WORKING_GROUP);
  EXPECT_EQ(
      DecideLevel(v1::MEETING_LEVEL_UNSPECIFIED, v1::MEETING_LEVEL_UNSPECIFIED,
                  QuestionTopic::kMeetings),
      v1::MEETING_LEVEL_OTHER);
}

}  // namespace
}  // namespace compendium
