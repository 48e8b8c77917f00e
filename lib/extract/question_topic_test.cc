// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/question_topic.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(TopicOf, WordsDecideBeforeTheId) {
  EXPECT_EQ(TopicOf("9", "Ministerial level meetings this year"),
            QuestionTopic::kMinisterial);
  EXPECT_EQ(TopicOf("1", "5 New publications"), QuestionTopic::kPublications);
  EXPECT_EQ(TopicOf("3", "Does a project support any of the SDGs?"),
            QuestionTopic::kClaims);
  EXPECT_EQ(TopicOf("x", "Meetings organized"), QuestionTopic::kMeetings);
}

TEST(TopicOf, IdDecidesWithoutTellingWords) {
  EXPECT_EQ(TopicOf("2A", ""), QuestionTopic::kSeniorOfficials);
  EXPECT_EQ(TopicOf("2B", "N/A"), QuestionTopic::kMinisterial);
  EXPECT_EQ(TopicOf("7", ""), QuestionTopic::kOther);
}

TEST(AsksForMeetings, IsSoForFourTopics) {
  EXPECT_TRUE(AsksForMeetings(QuestionTopic::kActivities));
  EXPECT_TRUE(AsksForMeetings(QuestionTopic::kMinisterial));
  EXPECT_FALSE(AsksForMeetings(QuestionTopic::kClaims));
  EXPECT_FALSE(AsksForMeetings(QuestionTopic::kOther));
}

TEST(QuestionTopic, LigatureCharactersAreLetters) {
  EXPECT_EQ(TopicOf("9", "Senior O\uFB03cials meetings"),
            QuestionTopic::kSeniorOfficials);
}

}  // namespace
}  // namespace compendium
