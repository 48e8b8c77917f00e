// SPDX-License-Identifier: Apache-2.0
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/findings/find_findings.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

v1::Questionnaire Telling(const std::string& mechanism,
                          const std::string& title, const std::string& edtf,
                          const std::string& city = "Riga") {
  v1::Questionnaire questionnaire;
  questionnaire.set_name("mechanisms/" + mechanism + "/questionnaires/2016");
  questionnaire.set_title(mechanism);
  v1::Answer& answer = *questionnaire.add_answers();
  answer.set_question_id("2");
  answer.set_text(title);
  v1::Meeting& meeting = *questionnaire.add_meetings();
  meeting.set_id("m1");
  meeting.set_title(title);
  meeting.set_city(city);
  meeting.mutable_date()->set_edtf(edtf);
  meeting.mutable_date()->set_as_written(edtf);
  meeting.mutable_evidence()->set_question_id("2");
  meeting.mutable_evidence()->set_end_byte(static_cast<int32_t>(title.size()));
  meeting.mutable_evidence()->set_quote(title);
  return questionnaire;
}

v1::Round RoundOf2016() {
  v1::Round round;
  round.set_name("rounds/2016");
  return round;
}

void Link(v1::EventLinkKind kind, v1::Round& round) {
  v1::EventLink& link = *round.add_event_links();
  link.set_kind(kind);
  for (const char* const mechanism : {"a", "b"}) {
    v1::MentionReference& mention = *link.add_mentions();
    mention.set_questionnaire(
        absl::StrCat("mechanisms/", mechanism, "/questionnaires/2016"));
    mention.set_item_id("m1");
  }
}

TEST(RoundEventDates, TwoMechanismsTellOfOneEvent) {
  const std::vector<v1::Questionnaire> questionnaires = {
      Telling("a", "Forum on Harbour Pilots", "2016-05-04/2016-05-06"),
      Telling("b", "Harbour Pilots Forum", "2016-05-05/2016-05-07")};

  const auto findings = FindRoundFindings(questionnaires, RoundOf2016());

  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings[0].check(), "round-event-dates");
  EXPECT_EQ(findings[0].subject(), "rounds/2016");
  ASSERT_EQ(findings[0].evidence_size(), 2);
  EXPECT_EQ(findings[0].evidence(1).questionnaire(),
            "mechanisms/b/questionnaires/2016");
  EXPECT_EQ(findings[0].evidence(1).evidence().quote(), "Harbour Pilots Forum");
}

TEST(RoundEventDates, WhatMayAgreeIsNotFlagged) {
  const auto found = [](const v1::Questionnaire& other) {
    return FindRoundFindings(
        std::vector<v1::Questionnaire>{
            Telling("a", "Forum on Harbour Pilots", "2016-05-04/2016-05-06"),
            other},
        RoundOf2016());
  };

  EXPECT_THAT(found(Telling("b", "Harbour Pilots Forum", "2016-05")),
              IsEmpty());
  EXPECT_THAT(found(Telling("b", "Harbour Pilots Forum", "2016-05-09", "Oslo")),
              IsEmpty());
  EXPECT_THAT(found(Telling("b", "Harbour Pilots Forum", "2016-09-09")),
              IsEmpty());
  EXPECT_THAT(found(Telling("b", "Forum on Lighthouse Keys", "2016-05-09")),
              IsEmpty());
  EXPECT_THAT(found(Telling("b", "2nd Harbour Pilots Forum", "2016-05-01")),
              SizeIs(1));
}

TEST(RoundEventDates, KindOfMeetingAloneIsNoEvent) {
  EXPECT_THAT(FindRoundFindings(
                  std::vector<v1::Questionnaire>{
                      Telling("a", "Senior Officials Meeting", "2016-05-04"),
                      Telling("b", "Senior Officials Meeting", "2016-05-06")},
                  RoundOf2016()),
              IsEmpty());
}

TEST(RoundEventDates, PeoplesWordCountsMore) {
  const std::vector<v1::Questionnaire> alike = {
      Telling("a", "Forum on Harbour Pilots", "2016-05-04"),
      Telling("b", "Harbour Pilots Forum", "2016-05-06")};
  const std::vector<v1::Questionnaire> unlike = {
      Telling("a", "Retreat", "2016-05-04", "Oslo"),
      Telling("b", "Seminar", "2016-05-06")};
  v1::Round round = RoundOf2016();

  EXPECT_THAT(FindRoundFindings(unlike, round), IsEmpty());
  Link(v1::EVENT_LINK_KIND_JOIN, round);
  EXPECT_THAT(FindRoundFindings(unlike, round), SizeIs(1));
  Link(v1::EVENT_LINK_KIND_SPLIT, round);
  EXPECT_THAT(FindRoundFindings(unlike, round), IsEmpty());
  EXPECT_THAT(FindRoundFindings(alike, round), IsEmpty());
}

TEST(RoundEventDates, OtherRoundsAndDeletedRecordsArePassedOver) {
  std::vector<v1::Questionnaire> questionnaires = {
      Telling("a", "Forum on Harbour Pilots", "2016-05-04"),
      Telling("b", "Harbour Pilots Forum", "2016-05-06")};
  v1::Round round = RoundOf2016();
  round.set_name("rounds/2017");

  EXPECT_THAT(FindRoundFindings(questionnaires, round), IsEmpty());
  questionnaires[1].mutable_delete_time()->set_seconds(1);
  EXPECT_THAT(FindRoundFindings(questionnaires, RoundOf2016()), IsEmpty());
}

TEST(RoundEventDates, DecisionOfTheRoundIsAttached) {
  const std::vector<v1::Questionnaire> questionnaires = {
      Telling("a", "Forum on Harbour Pilots", "2016-05-04"),
      Telling("b", "Harbour Pilots Forum", "2016-05-06")};
  v1::Round round = RoundOf2016();
  v1::Decision& decision = *round.add_decisions();
  decision.set_id(FindRoundFindings(questionnaires, round)[0].id());
  decision.set_reason("two events");

  EXPECT_EQ(FindRoundFindings(questionnaires, round)[0].decision().reason(),
            "two events");
}

TEST(OptionsOf, YearIsThatOfTheRoundsId) {
  v1::Round round = RoundOf2016();
  round.set_due_day("2016-10-01");

  EXPECT_EQ(OptionsOf(round).round_year, 2016);
  EXPECT_EQ(OptionsOf(round).due_day, "2016-10-01");
  round.set_name("rounds/2016-2");
  EXPECT_EQ(OptionsOf(round).round_year, 2016);
  round.set_name("rounds/pilot");
  EXPECT_EQ(OptionsOf(round).round_year, 0);
  round.set_name("rounds/20161");
  EXPECT_EQ(OptionsOf(round).round_year, 0);
}

}  // namespace
}  // namespace compendium
