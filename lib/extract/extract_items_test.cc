// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/extract_items.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>
#include <string>

#include "lib/extract/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        title: "Sea Process (SEAP)"
        answers { question_id: "1" text: "" }
        answers {
          question_id: "2A"
          text: "• Élite talks of captains, Lima, Peru, 3 – 4 May"
        }
        answers { question_id: "2B" text: "n. a." }
        answers { question_id: "3A" text: "é. In support of SDG target 8.7." }
      )pb",
      &questionnaire));
  return questionnaire;
}

TEST(ExtractItems, StatesOfAnswersAreSet) {
  v1::Questionnaire questionnaire = Sample();

  ExtractItems({.round_year = 2016}, questionnaire);

  EXPECT_EQ(questionnaire.answers(0).state(), v1::ANSWER_STATE_BLANK);
  EXPECT_EQ(questionnaire.answers(1).state(), v1::ANSWER_STATE_ANSWERED);
  EXPECT_EQ(questionnaire.answers(2).state(), v1::ANSWER_STATE_NOT_APPLICABLE);
}

TEST(ExtractItems, MeetingIsCompleteWithEvidence) {
  v1::Questionnaire questionnaire = Sample();

  ExtractItems({.round_year = 2016}, questionnaire);

  ASSERT_EQ(questionnaire.meetings_size(), 1);
  const v1::Meeting& meeting = questionnaire.meetings(0);
  EXPECT_EQ(meeting.title(), "Élite talks of captains");
  EXPECT_EQ(meeting.date().as_written(), "3 – 4 May");
  EXPECT_EQ(meeting.date().edtf(), "2016-05-03/2016-05-04");
  EXPECT_TRUE(meeting.date().year_inferred());
  EXPECT_EQ(meeting.city(), "Lima");
  EXPECT_EQ(meeting.country_code(), "PER");
  EXPECT_EQ(meeting.place_as_written(), "Lima, Peru");
  EXPECT_EQ(meeting.level(), v1::MEETING_LEVEL_SENIOR_OFFICIALS);
  EXPECT_EQ(meeting.origin(), v1::ORIGIN_EXTRACTED);
  EXPECT_EQ(meeting.evidence().question_id(), "2A");
  EXPECT_EQ(meeting.evidence().begin_byte(), 4);
  EXPECT_EQ(meeting.evidence().quote(),
            "Élite talks of captains, Lima, Peru, 3 – 4 May");
}

TEST(ExtractItems, ClaimIsCompleteWithEvidence) {
  v1::Questionnaire questionnaire = Sample();

  ExtractItems({.round_year = 2016}, questionnaire);

  ASSERT_EQ(questionnaire.claims_size(), 1);
  const v1::Claim& claim = questionnaire.claims(0);
  EXPECT_EQ(claim.framework(), "sdg");
  EXPECT_EQ(claim.code(), "8.7");
  EXPECT_EQ(claim.strength(), v1::CLAIM_STRENGTH_EXPLICIT);
  EXPECT_EQ(claim.origin(), v1::ORIGIN_EXTRACTED);
  EXPECT_EQ(claim.evidence().begin_byte(), 4);
  EXPECT_EQ(claim.evidence().quote(), "In support of SDG target 8.7.");
}

TEST(ExtractItems, ItemsHaveIds) {
  v1::Questionnaire questionnaire = Sample();

  ExtractItems({.round_year = 2016}, questionnaire);

  EXPECT_EQ(questionnaire.meetings(0).id().substr(0, 5), "m-2a-");
  EXPECT_EQ(questionnaire.claims(0).id().substr(0, 5), "c-3a-");
}

TEST(ExtractItems, NumberOfMeetingsIsAMentionUnlessTheyAreTold) {
  v1::Questionnaire alone = Sample();
  alone.mutable_answers(0)->set_text("In 2016 SEAP convened 2 workshops.");
  v1::Questionnaire told = alone;
  told.mutable_answers(1)->set_text(
      "• Workshop on sails, Lima, 3 May\n• Workshop on ropes, Lima, 4 May");

  ExtractItems({.round_year = 2016}, alone);
  ExtractItems({.round_year = 2016}, told);

  ASSERT_EQ(alone.meetings_size(), 2);
  EXPECT_EQ(alone.meetings(0).title(), "2 workshops");
  EXPECT_EQ(alone.meetings(0).event_count(), 2);
  EXPECT_EQ(alone.meetings(0).status(), v1::MEETING_STATUS_HELD);
  EXPECT_EQ(alone.meetings(0).date().edtf(), "2016");
  ASSERT_EQ(told.meetings_size(), 2);
  EXPECT_EQ(told.meetings(0).title(), "Workshop on sails");
}

TEST(ExtractItems, JoinedMentionSaysWhy) {
  v1::Questionnaire questionnaire = Sample();
  questionnaire.mutable_answers(0)->set_text(
      "SEAP held the Élite talks of captains in Lima on 3 – 4 May 2016.");

  ExtractItems({.round_year = 2016}, questionnaire);

  ASSERT_EQ(questionnaire.meetings_size(), 2);
  EXPECT_FALSE(questionnaire.meetings(0).has_event_match());
  EXPECT_EQ(questionnaire.meetings(1).event_match().reason(),
            "same dates, same city, alike titles");
  EXPECT_EQ(questionnaire.meetings(1).event_match().confidence_percent(), 95);
}

TEST(ExtractItems, DoingItAgainChangesNothing) {
  v1::Questionnaire once = Sample();
  ExtractItems({.round_year = 2016}, once);
  v1::Questionnaire twice = once;

  ExtractItems({.round_year = 2016}, twice);

  EXPECT_EQ(once.SerializeAsString(), twice.SerializeAsString());
}

TEST(ExtractItems, StatesThatPeopleSetStay) {
  v1::Questionnaire questionnaire = Sample();
  questionnaire.mutable_answers(0)->set_state(
      v1::ANSWER_STATE_NOTHING_TO_REPORT);
  questionnaire.mutable_answers(0)->set_state_origin(v1::ORIGIN_CURATED);

  ExtractItems({.round_year = 2016}, questionnaire);

  EXPECT_EQ(questionnaire.answers(0).state(),
            v1::ANSWER_STATE_NOTHING_TO_REPORT);
}

TEST(ExtractItems, LongTextsStayWithinTheLimits) {
  v1::Questionnaire questionnaire = Sample();
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "• Forum on ports, Lima, 3 May\n";
  text += "Forum " + std::string(9000, 'x') + " on 3 May 2016";
  questionnaire.mutable_answers(1)->set_text(text);

  ExtractItems({.round_year = 2016}, questionnaire);

  EXPECT_EQ(questionnaire.meetings_size(), static_cast<int>(kMeetingsMax));
}

TEST(ExtractItems, LongQuoteIsCutBeforeACharacter) {
  v1::Questionnaire questionnaire = Sample();
  std::string filler;
  while (filler.size() < kQuoteBytesMax) filler += "é";
  questionnaire.mutable_answers(1)->set_text("Forum on a" + filler +
                                             " of 3 May 2016");

  ExtractItems({.round_year = 2016}, questionnaire);

  ASSERT_EQ(questionnaire.meetings_size(), 1);
  const v1::Meeting& meeting = questionnaire.meetings(0);
  EXPECT_LE(meeting.evidence().quote().size(), kQuoteBytesMax);
  EXPECT_GE(meeting.evidence().quote().size(), kQuoteBytesMax - 3);
  EXPECT_LE(meeting.title().size(), kTitleBytesMax);
}

}  // namespace
}  // namespace compendium
