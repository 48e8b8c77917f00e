// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/meeting_status.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::MeetingStatus Status(absl::string_view text) {
  const AnswerText answer(text);
  return StatusInWords(answer, {0, answer.tokens().size()});
}

MeetingMention Mention(std::string edtf, v1::MeetingStatus status) {
  MeetingMention mention;
  mention.detail = edtf.size() > 4 ? DateDetail::kDay : DateDetail::kYear;
  const auto date = EdtfDate::Parse(edtf);
  if (date.ok()) mention.days = DaysOf(*date);
  mention.edtf = std::move(edtf);
  mention.status = status;
  mention.level = v1::MEETING_LEVEL_WORKSHOP_TRAINING;
  return mention;
}

TEST(StatusInWords, StrongestWordDecides) {
  EXPECT_EQ(Status("was held in Lima"), v1::MEETING_STATUS_HELD);
  EXPECT_EQ(Status("took place"), v1::MEETING_STATUS_HELD);
  EXPECT_EQ(Status("to be held in Lima"), v1::MEETING_STATUS_PLANNED);
  EXPECT_EQ(Status("that will be held"), v1::MEETING_STATUS_PLANNED);
  EXPECT_EQ(Status("Planning for the forum"), v1::MEETING_STATUS_PLANNED);
  EXPECT_EQ(Status("tentatively planned"), v1::MEETING_STATUS_TENTATIVE);
  EXPECT_EQ(Status("Peru (tbc)"), v1::MEETING_STATUS_TENTATIVE);
  EXPECT_EQ(Status("planned, then postponed"), v1::MEETING_STATUS_POSTPONED);
}

TEST(StatusInWords, OtherWordsSayNothing) {
  EXPECT_EQ(Status("Action Planning Workshop, Lima, 5 May 2016"),
            v1::MEETING_STATUS_UNSPECIFIED);
}

TEST(AnnouncesMixedList, NeedsBoth) {
  const AnswerText mixed("an overview of implemented and planned meetings");
  const AnswerText held("an overview of the meetings held");

  EXPECT_TRUE(AnnouncesMixedList(mixed, {0, mixed.tokens().size()}));
  EXPECT_FALSE(AnnouncesMixedList(held, {0, held.tokens().size()}));
}

TEST(InferStatuses, MentionOfAHeldEventIsHeld) {
  std::vector<MeetingMention> mentions = {
      Mention("2016", v1::MEETING_STATUS_HELD),
      Mention("2016-05-03", v1::MEETING_STATUS_UNSPECIFIED)};
  mentions[0].event_key = mentions[1].event_key = "a";

  InferStatuses(2016, {}, mentions);

  EXPECT_EQ(mentions[1].status, v1::MEETING_STATUS_HELD);
}

TEST(InferStatuses, FirstAnnouncedMeetingDividesTheOthers) {
  std::vector<MeetingMention> mentions = {
      Mention("2016-05-03", v1::MEETING_STATUS_UNSPECIFIED),
      Mention("2016-10-01", v1::MEETING_STATUS_PLANNED),
      Mention("2016-11-03", v1::MEETING_STATUS_UNSPECIFIED)};

  InferStatuses(2016, {}, mentions);

  EXPECT_EQ(mentions[0].status, v1::MEETING_STATUS_HELD);
  EXPECT_EQ(mentions[2].status, v1::MEETING_STATUS_PLANNED);
}

TEST(InferStatuses, EarlierThanAHeldMeetingIsHeld) {
  std::vector<MeetingMention> mentions = {
      Mention("2016-05-03", v1::MEETING_STATUS_UNSPECIFIED),
      Mention("2016-08-01", v1::MEETING_STATUS_HELD),
      Mention("2016-09-03", v1::MEETING_STATUS_UNSPECIFIED)};

  InferStatuses(2016, {}, mentions);

  EXPECT_EQ(mentions[0].status, v1::MEETING_STATUS_HELD);
  EXPECT_EQ(mentions[2].status, v1::MEETING_STATUS_UNSPECIFIED);
}

TEST(InferStatuses, MixedListStaysOpenButForLaterYears) {
  std::vector<MeetingMention> mentions = {
      Mention("2016-05-03", v1::MEETING_STATUS_UNSPECIFIED),
      Mention("2016-10-01", v1::MEETING_STATUS_TENTATIVE),
      Mention("2017-01-03", v1::MEETING_STATUS_UNSPECIFIED)};
  mentions[0].in_mixed_list = mentions[2].in_mixed_list = true;

  InferStatuses(2016, {}, mentions);

  EXPECT_EQ(mentions[0].status, v1::MEETING_STATUS_UNSPECIFIED);
  EXPECT_EQ(mentions[2].status, v1::MEETING_STATUS_PLANNED);
}

TEST(InferStatuses, CountedMeetingsAreHeldWhenTheCountFits) {
  std::vector<MeetingMention> two = {
      Mention("2016-05-03", v1::MEETING_STATUS_UNSPECIFIED),
      Mention("2016-06-03", v1::MEETING_STATUS_UNSPECIFIED)};
  std::vector<MeetingMention> one = {two[0]};
  MeetingCount two_workshops;
  two_workshops.count = 2;
  two_workshops.level = v1::MEETING_LEVEL_WORKSHOP_TRAINING;
  two_workshops.mention.status = v1::MEETING_STATUS_HELD;
  const std::vector<MeetingCount> counts = {two_workshops};

  InferStatuses(2016, counts, two);
  InferStatuses(2016, counts, one);

  EXPECT_EQ(two[1].status, v1::MEETING_STATUS_HELD);
  EXPECT_EQ(one[0].status, v1::MEETING_STATUS_UNSPECIFIED);
}

TEST(InferStatuses, DateInThePastAloneMeansNothing) {
  std::vector<MeetingMention> mentions = {
      Mention("1999-05-03", v1::MEETING_STATUS_UNSPECIFIED)};

  InferStatuses(1999, {}, mentions);

  EXPECT_EQ(mentions[0].status, v1::MEETING_STATUS_UNSPECIFIED);
}

}  // namespace
}  // namespace compendium
