// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_match.h"

#include <gtest/gtest.h>

#include <string>

#include "lib/base/status_macros.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

// The only event that two questionnaires tell of.
v1::CalendarEvent OnlyEvent(absl::string_view first, absl::string_view second,
                            registry::v1::RecordChange round) {
  const Projections state = ProjectionsOf(
      {PutMechanism("comesa-rcp", "COMESA"), PutMechanism("midsa", "MIDSA"),
       std::move(round), PutQuestionnaire("comesa-rcp", "2016", first),
       PutQuestionnaire("midsa", "2016", second)});
  const auto calendar = AnswerCalendar(state.directory, state.calendar, {});
  CHECK(calendar.ok() && calendar->events_size() == 1);
  return calendar->events(0);
}

constexpr char kForum[] = R"pb(
  meetings {
    id: "m1"
    title: "Regional forum on borders and trade"
    date { edtf: "2016-05-04" }
    city: "Lusaka"
    country_code: "ZMB"
  })pb";

TEST(EventMatch, EqualTitlesInOneCityOnOneDayAreNearlySure) {
  const auto event = OnlyEvent(kForum, kForum, PutRound("2016", ""));

  ASSERT_EQ(event.sources_size(), 2);
  EXPECT_FALSE(event.sources(0).has_match());
  EXPECT_EQ(event.sources(1).match().confidence_percent(), 99);
  EXPECT_EQ(event.sources(1).match().reason(),
            "same city, days in common, one title within the other");
}

TEST(EventMatch, AMonthIsLessSureThanADay) {
  const auto event = OnlyEvent(kForum, R"pb(
                                 meetings {
                                   title: "Regional forum on borders and trade"
                                   date { edtf: "2016-05" }
                                   country_code: "ZMB"
                                 })pb",
                               PutRound("2016", ""));

  EXPECT_EQ(event.sources(1).match().confidence_percent(), 79);
  EXPECT_EQ(event.sources(1).match().reason(),
            "same country, possible days in common, one title within the "
            "other");
}

TEST(EventMatch, WithinAQuestionnaireItIsWhatExtractionFound) {
  const auto event = OnlyEvent(
      kForum, R"pb(
        meetings {
          title: "Regional forum on borders and trade"
          date { edtf: "2016-05-04" }
          city: "Lusaka"
          country_code: "ZMB"
          event_key: "e"
        }
        meetings {
          title: "The forum"
          event_key: "e"
          event_match { reason: "alike titles" confidence_percent: 70 }
        })pb",
      PutRound("2016", ""));

  ASSERT_EQ(event.sources_size(), 3);
  EXPECT_EQ(event.sources(2).match().reason(), "alike titles");
  EXPECT_EQ(event.sources(2).match().confidence_percent(), 70);
}

TEST(EventMatch, PeoplesWordIsSure) {
  registry::v1::RecordChange round = PutRound("2016", "");
  auto& link = *round.mutable_record()->mutable_round()->add_event_links();
  link.set_kind(registry::v1::EVENT_LINK_KIND_JOIN);
  link.set_reason("the host said so");
  for (const char* name : {"mechanisms/comesa-rcp/questionnaires/2016",
                           "mechanisms/midsa/questionnaires/2016"}) {
    link.add_mentions()->set_questionnaire(name);
    link.mutable_mentions()->rbegin()->set_item_id("m1");
  }

  const auto event = OnlyEvent(
      kForum, R"pb(meetings { id: "m1" title: "Talks" event_count: 3 })pb",
      std::move(round));

  EXPECT_EQ(event.sources(1).match().reason(), "the host said so");
  EXPECT_EQ(event.sources(1).match().confidence_percent(), 100);
  EXPECT_EQ(event.count(), 3);
}

}  // namespace
}  // namespace compendium::reporting
