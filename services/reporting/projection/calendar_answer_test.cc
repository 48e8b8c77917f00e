// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_answer.h"

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

using ::testing::ElementsAre;
using ::testing::IsEmpty;

registry::v1::RecordChange ComesaFilled() {
  return PutQuestionnaire("comesa-rcp", "2016", R"pb(
    meetings {
      title: "Forum on Borders and Trade"
      date { edtf: "2016-05" }
      city: "Lusaka"
      country_code: "ZMB"
    }
    meetings { title: "Undated" }
    meetings {
      title: "Open"
      date { edtf: "2016-12-01/.." }
    }
    meetings {
      title: "Winter"
      date { edtf: "2015-24" }
    }
  )pb");
}

registry::v1::RecordChange MidsaFilled() {
  return PutQuestionnaire("midsa", "2017", R"pb(
    meetings {
      title: "Borders and Trade Forum"
      date { edtf: "2016-05-04/2016-05-06" }
      city: "Lusaka"
      country_code: "ZMB"
    }
    meetings {
      title: "Year"
      date { edtf: "2017" }
      country_code: "ZMB"
    }
  )pb");
}

Projections TwoQuestionnaires() {
  return ProjectionsOf({PutMechanism("comesa-rcp", "COMESA"),
                        PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
                        PutRound("2017", ""), ComesaFilled(), MidsaFilled()});
}

std::vector<std::string> TitlesOf(const Projections& state,
                                  const CalendarQuery& query) {
  const absl::StatusOr<v1::Calendar> calendar =
      AnswerCalendar(state.directory, state.calendar, query);
  EXPECT_TRUE(calendar.ok()) << calendar.status();
  std::vector<std::string> titles;
  if (!calendar.ok()) return titles;
  for (const auto& event : calendar->events()) titles.push_back(event.title());
  return titles;
}

TEST(CalendarAnswer, ListsEachEventOnceByDayWithUndatedLast) {
  EXPECT_THAT(TitlesOf(TwoQuestionnaires(), {}),
              ElementsAre("Winter", "Forum on Borders and Trade", "Open",
                          "Year", "Undated"));
}

TEST(CalendarAnswer, RoundSelectsEventsButShowsAllTheirSources) {
  const Projections state = TwoQuestionnaires();
  const CalendarQuery query{.selection = {.round = *RoundName::FromId("2017")}};

  const auto calendar = AnswerCalendar(state.directory, state.calendar, query);

  ASSERT_TRUE(calendar.ok());
  ASSERT_EQ(calendar->events_size(), 2);
  EXPECT_EQ(calendar->events(0).sources_size(), 2);
  EXPECT_EQ(calendar->events(1).title(), "Year");
}

TEST(CalendarAnswer, MechanismSelectsItsEvents) {
  const CalendarQuery midsa{
      .selection = {.mechanism = *MechanismName::FromId("midsa")}};
  CalendarQuery neither = midsa;
  neither.selection.round = *RoundName::FromId("2016");

  EXPECT_THAT(TitlesOf(TwoQuestionnaires(), midsa),
              ElementsAre("Forum on Borders and Trade", "Year"));
  EXPECT_THAT(TitlesOf(TwoQuestionnaires(), neither), IsEmpty());
}

TEST(CalendarAnswer, DaysSelectWhatMayTakePlaceThen) {
  const Projections state = TwoQuestionnaires();

  EXPECT_THAT(
      TitlesOf(state, {.days = {.from_day = absl::CivilDay(2016, 5, 6)}}),
      ElementsAre("Forum on Borders and Trade", "Open", "Year"));
  EXPECT_THAT(
      TitlesOf(state, {.days = {.from_day = absl::CivilDay(2016, 5, 7)}}),
      ElementsAre("Open", "Year"));
  EXPECT_THAT(TitlesOf(state, {.days = {.to_day = absl::CivilDay(2016, 5, 3)}}),
              ElementsAre("Winter"));
  EXPECT_THAT(TitlesOf(state, {.days = {.from_day = absl::CivilDay(2015, 6, 1),
                                        .to_day = absl::CivilDay(2015, 6, 2)}}),
              ElementsAre("Winter"));
}

TEST(CalendarAnswer, TooManyEventsAreRefusedUnlessTheQueryIsNarrow) {
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", "")};
  std::string many = "meetings { title: 'A' date { edtf: '2016-05-04' } }";
  for (size_t i = 0; i < kMentionsMax / 100; ++i)
    many += "meetings { title: 'B' date { edtf: '2016-07' } }";
  for (int i = 0; i < 101; ++i) {
    const std::string mechanism = absl::StrCat("m", i);
    records.push_back(PutMechanism(mechanism, "Name"));
    records.push_back(PutQuestionnaire(mechanism, "2016", many));
  }
  const Projections state = ProjectionsOf(std::move(records));

  const auto all = AnswerCalendar(state.directory, state.calendar, {});

  EXPECT_EQ(all.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
  const absl::CivilDay june(2016, 6, 1);
  EXPECT_EQ(TitlesOf(state, {.days = {.to_day = june}}).size(), 101);
  EXPECT_EQ(TitlesOf(state, {.selection = {.round = *RoundName::FromId("2016")},
                             .days = {.to_day = june}})
                .size(),
            101);
}

TEST(CalendarAnswer, TooManyBytesAreRefused) {
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", "")};
  const std::string title(kAnswerBytesMax / 60, 'a');
  for (int i = 0; i < 61; ++i) {
    const std::string mechanism = absl::StrCat("m", i);
    records.push_back(PutMechanism(mechanism, "Name"));
    records.push_back(PutQuestionnaire(mechanism, "2016", ""));
    records.back()
        .mutable_record()
        ->mutable_questionnaire()
        ->add_meetings()
        ->set_title(title);
  }
  const Projections state = ProjectionsOf(std::move(records));

  const auto all = AnswerCalendar(state.directory, state.calendar, {});

  EXPECT_EQ(all.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
  EXPECT_EQ(TitlesOf(state,
                     {.selection = {.mechanism = *MechanismName::FromId("m1")}})
                .size(),
            1);
}

// Two questionnaires tell of one forum with these dates.
size_t CountWithDates(absl::string_view a, absl::string_view b) {
  const auto told = [](absl::string_view mechanism, absl::string_view edtf) {
    return PutQuestionnaire(
        mechanism, "2016",
        absl::StrCat("meetings { title: 'Forum on Borders and Trade' date { "
                     "edtf: '",
                     edtf, "' } city: 'Lusaka' country_code: 'ZMB' }"));
  };
  return TitlesOf(
             ProjectionsOf({PutMechanism("a", "A"), PutMechanism("b", "B"),
                            PutRound("2016", ""), told("a", a), told("b", b)}),
             {})
      .size();
}

TEST(CalendarAnswer, MonthsEndDoesNotMakeTwoEventsOfOne) {
  EXPECT_EQ(CountWithDates("2016-05-31/2016-06-02", "2016-06-01/2016-06-02"),
            1u);
  EXPECT_EQ(CountWithDates("2016-08/2016-09", "2016-09"), 1u);
  EXPECT_EQ(CountWithDates("2016-08", "2016-09"), 2u);
}

TEST(CalendarAnswer, ChangedQuestionnaireLeavesNothingBehind) {
  const Projections state = ProjectionsOf(
      {PutMechanism("comesa-rcp", "COMESA"), PutRound("2016", ""),
       ComesaFilled(),
       PutQuestionnaire("comesa-rcp", "2016", "meetings { title: 'New' }")});
  const Projections none = ProjectionsOf(
      {PutMechanism("comesa-rcp", "COMESA"), PutRound("2016", ""),
       ComesaFilled(), PutQuestionnaire("comesa-rcp", "2016", "")});

  EXPECT_THAT(TitlesOf(state, {}), ElementsAre("New"));
  EXPECT_THAT(TitlesOf(none, {}), IsEmpty());
  EXPECT_TRUE(none.calendar.contributions.empty());
  EXPECT_TRUE(none.calendar.comparable.empty());
}

TEST(CalendarAnswer, DeletedRecordsDoNotCountUntilUndeleted) {
  const auto comesa = PutMechanism("comesa-rcp", "COMESA");
  const auto round = PutRound("2016", "");
  const auto filled = ComesaFilled();

  const auto deleted = ProjectionsOf({comesa, round, filled, Deleted(filled)});
  const auto back = ProjectionsOf(
      {comesa, round, filled, Deleted(filled), Undeleted(filled)});
  const auto no_round = ProjectionsOf({comesa, round, filled, Deleted(round)});

  EXPECT_THAT(TitlesOf(deleted, {}), IsEmpty());
  EXPECT_EQ(TitlesOf(back, {}).size(), 4);
  EXPECT_THAT(TitlesOf(no_round, {}), IsEmpty());
}

TEST(CalendarAnswer, UnknownRoundOrMechanismIsNotFound) {
  const Projections state = TwoQuestionnaires();

  const auto no_round =
      AnswerCalendar(state.directory, state.calendar,
                     {.selection = {.round = *RoundName::FromId("1999")}});
  const auto no_mechanism = AnswerCalendar(
      state.directory, state.calendar,
      {.selection = {.mechanism = *MechanismName::FromId("igc")}});

  EXPECT_EQ(no_round.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(no_mechanism.status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace compendium::reporting
