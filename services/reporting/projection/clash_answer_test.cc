// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/clash_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using registry::v1::RecordChange;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kTurkeyAndGeorgia[] = R"pb(
  participants {
    as_written: "Turkey"
    country_code: "TUR"
    kind: PARTICIPANT_KIND_STATE
    role: PARTICIPANT_ROLE_MEMBER
  }
  participants {
    as_written: "Georgia"
    country_code: "GEO"
    kind: PARTICIPANT_KIND_STATE
    role: PARTICIPANT_ROLE_MEMBER
  }
)pb";

std::string Meeting(const std::string& title, const std::string& edtf,
                    const std::string& more = "") {
  return absl::StrCat("meetings { title: '", title, "' date { edtf: '", edtf,
                      "' } ", more, " }");
}

// Two mechanisms with the same two States, and their meetings.
Projections StateOf(const std::string& almaty, const std::string& prague,
                    const std::vector<RecordChange>& more = {}) {
  std::vector<RecordChange> records = {
      PutMechanism("almaty-process", "Almaty"),
      PutMechanism("prague-process", "Prague"), PutRound("2016", ""),
      PutQuestionnaire("almaty-process", "2016", kTurkeyAndGeorgia + almaty),
      PutQuestionnaire("prague-process", "2016", kTurkeyAndGeorgia + prague)};
  records.insert(records.end(), more.begin(), more.end());
  return ProjectionsOf(std::move(records));
}

v1::Clashes Clashes(const Projections& state, const ClashQuery& query = {}) {
  auto clashes = AnswerClashes(state.directory, state.calendar,
                               state.participation, query);
  EXPECT_TRUE(clashes.ok()) << clashes.status();
  return clashes.ok() ? *std::move(clashes) : v1::Clashes();
}

std::string Words(const google::protobuf::RepeatedPtrField<v1::DaySpan>& days) {
  std::string words;
  for (const v1::DaySpan& span : days)
    absl::StrAppend(&words, words.empty() ? "" : " ", span.first_day(), "..",
                    span.last_day());
  return words;
}

std::vector<std::string> Titles(const v1::Clashes& clashes) {
  std::vector<std::string> titles;
  for (const v1::Clash& clash : clashes.clashes())
    titles.push_back(
        absl::StrCat(clash.first().title(), "+", clash.second().title()));
  return titles;
}

TEST(ClashAnswer, TwoMeetingsOfOneDayClashForTheirCommonStates) {
  const v1::Clashes clashes =
      Clashes(StateOf(Meeting("A", "2016-09-19/2016-09-20",
                              "city: 'Almaty' country_code: 'KAZ' "
                              "level: MEETING_LEVEL_MINISTERIAL"),
                      Meeting("P", "2016-09-18/2016-09-19")));

  ASSERT_THAT(clashes.clashes(), SizeIs(1));
  const v1::Clash& clash = clashes.clashes(0);
  EXPECT_EQ(clash.certainty(), v1::CLASH_CERTAINTY_CERTAIN);
  EXPECT_EQ(Words(clash.certain_days()), "2016-09-19..2016-09-19");
  EXPECT_THAT(clash.possible_days(), IsEmpty());
  EXPECT_EQ(clash.first().title(), "P");
  EXPECT_EQ(clash.second().city(), "Almaty");
  EXPECT_EQ(clash.second().country_code(), "KAZ");
  EXPECT_EQ(clash.second().level(), registry::v1::MEETING_LEVEL_MINISTERIAL);
  EXPECT_THAT(clash.second().mechanisms(),
              ElementsAre("mechanisms/almaty-process"));
  EXPECT_THAT(clash.shared_mechanisms(), IsEmpty());
  ASSERT_THAT(clash.states(), SizeIs(2));
  EXPECT_EQ(clash.states(0).country_code(), "GEO");
  EXPECT_EQ(clash.states(1).country_code(), "TUR");
  const v1::Expectation& why = clash.states(1).second(0);
  EXPECT_EQ(why.questionnaire(),
            "mechanisms/almaty-process/questionnaires/2016");
  EXPECT_EQ(why.participant_index(), 0);
  EXPECT_EQ(why.as_written(), "Turkey");
  EXPECT_EQ(why.role(), registry::v1::PARTICIPANT_ROLE_MEMBER);
  EXPECT_EQ(clashes.certain_count(), 1);
  EXPECT_EQ(clashes.compared_event_count(), 2);
  ASSERT_THAT(clashes.events(), SizeIs(2));
  EXPECT_EQ(clashes.events(0).key(), clash.first().key());
  EXPECT_EQ(clashes.events(0).sources(0).meeting().title(), "P");
}

TEST(ClashAnswer, OtherDaysDoNotClash) {
  const v1::Clashes clashes =
      Clashes(StateOf(Meeting("A", "2016-09-19"), Meeting("P", "2016-09-20")));

  EXPECT_THAT(clashes.clashes(), IsEmpty());
  EXPECT_THAT(clashes.events(), IsEmpty());
  EXPECT_EQ(clashes.compared_event_count(), 2);
}

TEST(ClashAnswer, AMonthClashesPossiblyAndStandsAfterWhatIsCertain) {
  const v1::Clashes clashes = Clashes(StateOf(
      Meeting("A", "2016-05-02/2016-05-03") + Meeting("B", "2016-06-30"),
      Meeting("P", "2016-05") + Meeting("Q", "2016-06-30")));

  ASSERT_THAT(Titles(clashes), ElementsAre("B+Q", "P+A"));
  const v1::Clash& clash = clashes.clashes(1);
  EXPECT_EQ(clash.certainty(), v1::CLASH_CERTAINTY_POSSIBLE);
  EXPECT_THAT(clash.certain_days(), IsEmpty());
  EXPECT_EQ(Words(clash.possible_days()), "2016-05-02..2016-05-03");
  EXPECT_EQ(clashes.certain_count(), 1);
  EXPECT_EQ(clashes.possible_count(), 1);
  EXPECT_THAT(Titles(Clashes(
                  StateOf(Meeting("A", "2016-05-02"), Meeting("P", "2016-05")),
                  {.certain_only = true})),
              IsEmpty());
}

TEST(ClashAnswer, CertainAndPossibleDaysOfOneClashStandApart) {
  const v1::Clashes clashes = Clashes(
      StateOf(Meeting("A", "2016-05-02/2016-05-03", "event_key: 'a'") +
                  Meeting("A", "2016-05-03/2016-05-05", "event_key: 'a'"),
              Meeting("P", "2016-05-01/2016-05-09")));

  ASSERT_THAT(clashes.clashes(), SizeIs(1));
  EXPECT_EQ(Words(clashes.clashes(0).certain_days()), "2016-05-03..2016-05-03");
  EXPECT_EQ(Words(clashes.clashes(0).possible_days()),
            "2016-05-02..2016-05-02 2016-05-04..2016-05-05");
}

TEST(ClashAnswer, WholeYearsPostponedEventsAndThoseWithoutStatesAreCounted) {
  const v1::Clashes clashes = Clashes(StateOf(
      Meeting("A", "2016-05-02"),
      Meeting("P", "2016") + Meeting("Q", "") +
          Meeting("R", "2016-05-02", "status: MEETING_STATUS_POSTPONED"),
      {PutMechanism("rec", "REC"),
       PutQuestionnaire("rec", "2016", Meeting("S", "2016-05-02"))}));

  EXPECT_THAT(clashes.clashes(), IsEmpty());
  EXPECT_EQ(clashes.undated_event_count(), 2);
  EXPECT_EQ(clashes.postponed_event_count(), 1);
  EXPECT_EQ(clashes.stateless_event_count(), 1);
  EXPECT_EQ(clashes.compared_event_count(), 1);
}

TEST(ClashAnswer, ADayFromWhichTheEventWasPutOffIsNotOneOfItsDays) {
  const std::string moved =
      Meeting("P", "2016-05-02",
              "event_key: 'p' status: MEETING_STATUS_POSTPONED") +
      Meeting("P", "2016-06-02", "event_key: 'p' status: MEETING_STATUS_HELD");

  const v1::Clashes clashes = Clashes(
      StateOf(Meeting("A", "2016-05-02") + Meeting("B", "2016-06-02"), moved));

  EXPECT_THAT(Titles(clashes), ElementsAre("B+P"));
}

TEST(ClashAnswer, MentionsOfOneEventDoNotClash) {
  const std::string lusaka =
      "city: 'Lusaka' country_code: 'ZMB' event_key: 'l'";
  const std::string told =
      Meeting("Forum on Borders and Trade", "2016-05-02", lusaka);

  const v1::Clashes clashes = Clashes(StateOf(told + told, told));

  EXPECT_THAT(clashes.clashes(), IsEmpty());
  EXPECT_EQ(clashes.compared_event_count(), 1);
}

TEST(ClashAnswer, AnEventOfTwoMechanismsIsExpectedByTheStatesOfBoth) {
  const std::string forum = Meeting("Forum on Borders and Trade", "2016-05-02",
                                    "city: 'Lusaka' country_code: 'ZMB'");
  const Projections state = StateOf(
      forum, forum,
      {PutMechanism("midsa", "MIDSA"),
       PutQuestionnaire("midsa", "2016",
                        kTurkeyAndGeorgia + Meeting("M", "2016-05-02"))});

  const v1::Clashes clashes = Clashes(state);

  ASSERT_THAT(clashes.clashes(), SizeIs(1));
  const v1::Clash& clash = clashes.clashes(0);
  EXPECT_EQ(clash.first().mechanisms_size() + clash.second().mechanisms_size(),
            3);
  EXPECT_EQ(clash.states(0).first_size() + clash.states(0).second_size(), 3);
}

TEST(ClashAnswer, TwoEventsOfOneMechanismSayWhoTellsOfBoth) {
  const v1::Clashes clashes = Clashes(
      StateOf(Meeting("A", "2016-05-02") + Meeting("B", "2016-05-02"), ""));

  ASSERT_THAT(clashes.clashes(), SizeIs(1));
  EXPECT_THAT(clashes.clashes(0).shared_mechanisms(),
              ElementsAre("mechanisms/almaty-process"));
}

TEST(ClashAnswer, OnlyTheAskedForAreListed) {
  const Projections state = StateOf(
      Meeting("A", "2016-05-02/2016-05-04") + Meeting("B", "2016-05-02"),
      Meeting("P", "2016-05-04"),
      {PutMechanism("midsa", "MIDSA"), PutRound("2017", ""),
       PutQuestionnaire("midsa", "2017", R"pb(
         participants { country_code: "GEO" }
         meetings {
           title: "M"
           date { edtf: "2016-05-02" }
         }
       )pb")});
  ClashQuery of_round, of_mechanism, of_country, of_days;
  of_round.selection.round = *RoundName::FromId("2016");
  of_mechanism.selection.mechanism = *MechanismName::FromId("prague-process");
  of_country.country = *CountryCode::Parse("TUR");
  of_days.days = {absl::CivilDay(2016, 5, 3), absl::CivilDay(2016, 5, 9)};

  EXPECT_THAT(Clashes(state).clashes(), SizeIs(4));
  EXPECT_THAT(Clashes(state, of_round).clashes(), SizeIs(2));
  EXPECT_THAT(Titles(Clashes(state, of_mechanism)), ElementsAre("A+P"));
  EXPECT_THAT(Clashes(state, of_country).clashes(), SizeIs(2));
  EXPECT_THAT(Titles(Clashes(state, of_days)), ElementsAre("A+P"));
  EXPECT_EQ(Words(Clashes(state, of_days).clashes(0).certain_days()),
            "2016-05-04..2016-05-04");
}

TEST(ClashAnswer, UnknownRoundOrMechanismIsNotFound) {
  const Projections state = StateOf("", "");
  ClashQuery no_round, no_mechanism;
  no_round.selection.round = *RoundName::FromId("1999");
  no_mechanism.selection.mechanism = *MechanismName::FromId("nobody");

  for (const ClashQuery& query : {no_round, no_mechanism}) {
    const auto answer = AnswerClashes(state.directory, state.calendar,
                                      state.participation, query);
    EXPECT_EQ(answer.status().code(), absl::StatusCode::kNotFound);
    EXPECT_EQ(ReasonOf(answer.status()), "RECORD_NOT_FOUND");
  }
}

TEST(ClashAnswer, DeletedMechanismTakesItsClashesAway) {
  const Projections state =
      StateOf(Meeting("A", "2016-05-02"), Meeting("P", "2016-05-02"),
              {Deleted(PutMechanism("prague-process", "Prague"))});

  EXPECT_THAT(Clashes(state).clashes(), IsEmpty());
}

TEST(ClashAnswer, TooManyClashesAreRefused) {
  std::string meetings;
  for (int i = 0; i < 101; ++i)  // 5,050 pairs
    meetings += Meeting(absl::StrCat("M", i), "2016-05-02");
  const Projections state = StateOf(meetings, "");

  const auto answer =
      AnswerClashes(state.directory, state.calendar, state.participation, {});

  EXPECT_EQ(answer.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(answer.status()), "ANSWER_TOO_LARGE");
}

TEST(ClashAnswer, TooManyPairsAreRefusedAlsoWithoutCommonStates) {
  std::vector<RecordChange> records = {PutRound("2016", "")};
  for (int i = 0; i < 3; ++i) {
    const std::string id = absl::StrCat("m", i);
    std::string content = absl::StrCat("participants { country_code: '",
                                       i == 0 ? "TUR" : "GEO", "' }");
    for (int j = 0; j < 700; ++j)
      content +=
          Meeting(absl::StrCat("M", j), i == 0 ? "2016-05" : "2016-05-02");
    records.push_back(PutMechanism(id, id));
    records.push_back(PutQuestionnaire(id, "2016", content));
  }
  const Projections state = ProjectionsOf(std::move(records));
  ClashQuery certain;
  certain.certain_only = true;
  certain.selection.mechanism = *MechanismName::FromId("m0");
  const auto answer = AnswerClashes(state.directory, state.calendar,
                                    state.participation, certain);

  EXPECT_EQ(ReasonOf(answer.status()), "ANSWER_TOO_LARGE") << answer.status();
}

}  // namespace
}  // namespace compendium::reporting
