// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/year_on_year_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using registry::v1::RecordChange;
using testing::ElementsAre;

constexpr char kForm[] = "questions { id: '2C' asks_for_claims: true }";

std::string Claim(const std::string& code, const std::string& strength) {
  return absl::StrCat("claims { framework: 'sdg' code: '", code,
                      "' strength: CLAIM_STRENGTH_", strength,
                      " evidence { question_id: '2C' quote: 'q", code, "' } }");
}

std::string Member(const std::string& code, const std::string& name,
                   const std::string& role) {
  return absl::StrCat("participants { country_code: '", code, "' as_written: '",
                      name, "' role: PARTICIPANT_ROLE_", role, " }");
}

std::string Meeting(const std::string& level, int count) {
  return absl::StrCat("meetings { title: 'T' level: MEETING_LEVEL_", level,
                      " event_count: ", count, " }");
}

std::vector<RecordChange> SomeRecords() {
  return {
      PutMechanism("igc", "IGC"),
      PutMechanism("midsa", "MIDSA"),
      PutMechanism("rcm", "RCM"),
      PutRound("2014", kForm),
      PutRound("2015", kForm),
      PutRound("2016", kForm),
      PutQuestionnaire("midsa", "2015",
                       Claim("5", "EXPLICIT") + Claim("8", "EXPLICIT") +
                           Claim("10.7", "EXPLICIT") +
                           Claim("16.2", "EXPLICIT") +
                           Claim("17.18", "EXPLICIT") +
                           Member("SWZ", "Swaziland", "MEMBER") +
                           Member("TUR", "Turkey", "OBSERVER") +
                           Member("KEN", "Kenya", "MEMBER") +
                           Member("", "African Union", "PARTNER") +
                           Meeting("EXPERT", 0) + Meeting("MINISTERIAL", 2)),
      PutQuestionnaire("midsa", "2016",
                       Claim("8.7", "EXPLICIT") + Claim("8.8", "POSSIBLE") +
                           Claim("10.7", "POSSIBLE") + Claim("16", "EXPLICIT") +
                           Claim("17.18", "EXPLICIT") +
                           Claim("17.18", "POSSIBLE") +
                           Member("SWZ", "Eswatini", "MEMBER") +
                           Member("TUR", "Turkey", "MEMBER") +
                           Member("ZMB", "Zambia", "MEMBER") +
                           Member("", "the African-Union", "PARTNER") +
                           Meeting("EXPERT", 0) + Meeting("EXPERT", 0)),
      PutQuestionnaire("rcm", "2015",
                       Claim("10.7", "EXPLICIT") + Meeting("EXPERT", 0)),
      PutQuestionnaire("igc", "2016", Member("AUS", "Australia", "MEMBER"))};
}

v1::YearOnYear Answer(const std::vector<RecordChange>& records,
                      YearOnYearQuery query = {*RoundName::FromId("2016"),
                                               *FindFramework("sdg")}) {
  const auto answer = AnswerYearOnYear(ProjectionsOf(records), query);
  EXPECT_TRUE(answer.ok()) << answer.status();
  return answer.ok() ? *answer : v1::YearOnYear();
}

template <class Nodes>
std::string CodesOf(const Nodes& nodes) {
  return absl::StrJoin(nodes, ",",
                       [](std::string* out, const v1::ClaimedNode& node) {
                         absl::StrAppend(out, node.code());
                       });
}

TEST(AnswerYearOnYear, ClaimsAppearDisappearAndMove) {
  const v1::YearOnYear answer = Answer(SomeRecords());

  EXPECT_EQ(answer.base_round(), "rounds/2015");
  std::vector<std::string> words;
  for (const v1::ClaimMovement& moved : answer.claims())
    words.push_back(
        absl::StrCat(moved.mechanism(), " ", CodesOf(moved.base_nodes()),
                     " -> ", CodesOf(moved.nodes()), " ",
                     v1::ClaimChange_Name(moved.change()).substr(13)));
  EXPECT_THAT(words, ElementsAre("mechanisms/midsa 5 ->  UNSPECIFIED",
                                 "mechanisms/midsa 8 -> 8.7,8.8 TO_TARGETS",
                                 "mechanisms/midsa 16.2 -> 16 TO_GOAL",
                                 "mechanisms/midsa 10.7 -> 10.7 STRENGTH"));
  EXPECT_EQ(answer.claims(0).movement(), v1::MOVEMENT_DISAPPEARED);
  EXPECT_EQ(answer.claims(0).base_nodes(0).claims(0).evidence().quote(), "q5");
  EXPECT_EQ(answer.counts().same_claim_count(), 1);
  EXPECT_EQ(answer.counts().disappeared_claim_count(), 1);
  EXPECT_EQ(answer.counts().changed_claim_count(), 3);
  EXPECT_EQ(answer.counts().appeared_claim_count(), 0);
}

TEST(AnswerYearOnYear, ParticipantsJoinLeaveAndChangeTheirCapacity) {
  const v1::YearOnYear answer = Answer(SomeRecords());

  std::vector<std::string> words;
  for (const v1::ParticipantMovement& moved : answer.participants())
    words.push_back(absl::StrCat(moved.country_code(), " ",
                                 v1::Movement_Name(moved.movement()).substr(9),
                                 " ", moved.base_entries_size(), " ",
                                 moved.entries_size()));
  EXPECT_THAT(words, ElementsAre("KEN DISAPPEARED 1 0", "TUR CHANGED 1 1",
                                 "ZMB APPEARED 0 1"));
  EXPECT_EQ(answer.participants(1).base_entries(0).role(),
            registry::v1::PARTICIPANT_ROLE_OBSERVER);
  EXPECT_EQ(answer.counts().same_participant_count(), 2);
}

TEST(AnswerYearOnYear, MeetingsAreCountedByLevel) {
  const v1::YearOnYear answer = Answer(SomeRecords());

  std::vector<std::string> words;
  for (const v1::MeetingMovement& moved : answer.meetings())
    words.push_back(
        absl::StrCat(registry::v1::MeetingLevel_Name(moved.level()).substr(14),
                     " ", moved.base_count(), " ", moved.count(), " ",
                     moved.base_events_size(), " ", moved.events_size()));
  EXPECT_THAT(words, ElementsAre("MINISTERIAL 2 0 1 0", "EXPERT 1 2 1 2"));
}

TEST(AnswerYearOnYear, WhoAnsweredOnceIsNotCompared) {
  const v1::YearOnYear answer = Answer(SomeRecords());

  EXPECT_EQ(answer.counts().compared_mechanism_count(), 1);
  ASSERT_EQ(answer.mechanisms_size(), 2);
  EXPECT_EQ(answer.mechanisms(0).mechanism(), "mechanisms/igc");
  EXPECT_EQ(answer.mechanisms(0).movement(), v1::MOVEMENT_APPEARED);
  EXPECT_EQ(answer.mechanisms(0).participant_count(), 1);
  EXPECT_EQ(answer.mechanisms(1).display_name(), "RCM");
  EXPECT_EQ(answer.mechanisms(1).movement(), v1::MOVEMENT_DISAPPEARED);
  EXPECT_EQ(answer.mechanisms(1).node_count(), 1);
  EXPECT_EQ(answer.mechanisms(1).event_count(), 1);
}

TEST(AnswerYearOnYear, TheOtherWayRoundIsTheReverse) {
  const v1::YearOnYear answer =
      Answer(SomeRecords(), {.round = *RoundName::FromId("2015"),
                             .framework = *FindFramework("sdg"),
                             .base_round = *RoundName::FromId("2016"),
                             .mechanism = *MechanismName::FromId("midsa")});

  EXPECT_EQ(answer.mechanisms_size(), 0);
  EXPECT_EQ(answer.counts().appeared_claim_count(), 1);
  EXPECT_EQ(answer.claims(1).change(), v1::CLAIM_CHANGE_TO_GOAL);
  EXPECT_EQ(answer.counts().disappeared_participant_count(), 1);
}

TEST(AnswerYearOnYear, BaseIsTheLatestRoundBefore) {
  EXPECT_EQ(
      Answer(SomeRecords(), {*RoundName::FromId("2015"), *FindFramework("sdg")})
          .base_round(),
      "rounds/2014");
  const auto state = ProjectionsOf(SomeRecords());
  const Framework& sdg = *FindFramework("sdg");
  const RoundName round = *RoundName::FromId("2014");

  EXPECT_EQ(ReasonOf(AnswerYearOnYear(state, {round, sdg}).status()),
            "NO_EARLIER_ROUND");
  EXPECT_EQ(ReasonOf(AnswerYearOnYear(
                         state, {round, sdg, RoundName::FromId("1999").value()})
                         .status()),
            "RECORD_NOT_FOUND");
}

}  // namespace
}  // namespace compendium::reporting
