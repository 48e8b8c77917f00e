// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_event.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The event that two questionnaires tell of, each with one event.
v1::CalendarEvent Make(absl::string_view first, absl::string_view second) {
  std::vector<ToldEvent> events;
  for (const auto& change : {PutQuestionnaire("comesa-rcp", "2016", first),
                             PutQuestionnaire("midsa", "2016", second)}) {
    const auto told =
        ReadToldEvents(*QuestionnaireName::Parse(change.name()),
                       Keep(change.record().questionnaire()), nullptr);
    events.insert(events.end(), told.begin(), told.end());
  }
  EventGroup group;
  for (const ToldEvent& told : events) group.push_back(&told);
  return MakeEvent(group).event;
}

TEST(CalendarEvent, TakesFullestTitleAndMostPreciseDate) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings {
                  title: "Forum"
                  date { as_written: "May" edtf: "2016-05" }
                })pb",
           R"pb(meetings {
                  title: "Second Forum"
                  date { as_written: "4-6 May" edtf: "2016-05-04/2016-05-06" }
                })pb");

  EXPECT_EQ(event.title(), "Second Forum");
  EXPECT_EQ(event.date().as_written(), "4-6 May");
  EXPECT_THAT(event.disagreements(), IsEmpty());
}

TEST(CalendarEvent, ListsEveryMentionAndEveryMechanismOnce) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings { title: "A" event_key: "k" }
                meetings { title: "A" event_key: "k" })pb",
           R"pb(meetings { title: "A" })pb");

  EXPECT_EQ(event.key(), "mechanisms/comesa-rcp/questionnaires/2016#k");
  EXPECT_THAT(event.mechanisms(),
              ElementsAre("mechanisms/comesa-rcp", "mechanisms/midsa"));
  ASSERT_EQ(event.sources_size(), 3);
  EXPECT_EQ(event.sources(1).meeting_index(), 1);
  EXPECT_EQ(event.sources(2).questionnaire(),
            "mechanisms/midsa/questionnaires/2016");
  EXPECT_EQ(event.sources(2).meeting().title(), "A");
}

TEST(CalendarEvent, PlaceComesFromTheFirstSourceWithACity) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings { country_code: "ZMB" })pb",
           R"pb(meetings { city: "Lusaka" country_code: "ZMB" })pb");
  const v1::CalendarEvent country_only =
      Make(R"pb(meetings {})pb", R"pb(meetings { country_code: "ZMB" })pb");

  EXPECT_EQ(event.city(), "Lusaka");
  EXPECT_EQ(event.country_code(), "ZMB");
  EXPECT_EQ(country_only.country_code(), "ZMB");
}

TEST(CalendarEvent, OtherLevelYieldsToAnyThatSaysMore) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings { level: MEETING_LEVEL_OTHER })pb",
           R"pb(meetings { level: MEETING_LEVEL_MINISTERIAL })pb");
  const v1::CalendarEvent first =
      Make(R"pb(meetings { level: MEETING_LEVEL_EXPERT })pb",
           R"pb(meetings { level: MEETING_LEVEL_MINISTERIAL })pb");

  EXPECT_EQ(event.level(), registry::v1::MEETING_LEVEL_MINISTERIAL);
  EXPECT_EQ(first.level(), registry::v1::MEETING_LEVEL_EXPERT);
}

TEST(CalendarEvent, WhatHappenedBeatsWhatWasPlanned) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings { status: MEETING_STATUS_PLANNED })pb",
           R"pb(meetings { status: MEETING_STATUS_HELD })pb");

  EXPECT_EQ(event.status(), registry::v1::MEETING_STATUS_HELD);
  EXPECT_THAT(event.disagreements(), ElementsAre(v1::DISAGREEMENT_STATUS));
}

TEST(CalendarEvent, DifferentDaysDisagree) {
  const v1::CalendarEvent overlapping =
      Make(R"pb(meetings { date { edtf: "2016-11-14/2016-11-15" } })pb",
           R"pb(meetings { date { edtf: "2016-11-15/2016-11-16" } })pb");
  const v1::CalendarEvent disjoint =
      Make(R"pb(meetings { date { edtf: "2016-10" } })pb",
           R"pb(meetings { date { edtf: "2016-11-15" } })pb");
  const v1::CalendarEvent finer =
      Make(R"pb(meetings { date { edtf: "2016" } })pb",
           R"pb(meetings { date { edtf: "2016-11-15" } })pb");

  EXPECT_THAT(overlapping.disagreements(), ElementsAre(v1::DISAGREEMENT_DATE));
  EXPECT_THAT(disjoint.disagreements(), ElementsAre(v1::DISAGREEMENT_DATE));
  EXPECT_THAT(finer.disagreements(), IsEmpty());
}

TEST(CalendarEvent, SpellingsOfOneCityAgree) {
  const v1::CalendarEvent event = Make(R"pb(meetings { city: "Asunción" })pb",
                                       R"pb(meetings { city: "Asuncion" })pb");
  const v1::CalendarEvent other = Make(R"pb(meetings { city: "Lusaka" })pb",
                                       R"pb(meetings { city: "Ndola" })pb");

  EXPECT_THAT(event.disagreements(), IsEmpty());
  EXPECT_THAT(other.disagreements(), ElementsAre(v1::DISAGREEMENT_PLACE));
}

TEST(CalendarEvent, WordsOfADateThatIsNoneAreKept) {
  const v1::CalendarEvent event =
      Make(R"pb(meetings { date { as_written: "postponed" } })pb",
           R"pb(meetings {})pb");

  EXPECT_EQ(event.date().as_written(), "postponed");
}

}  // namespace
}  // namespace compendium::reporting
