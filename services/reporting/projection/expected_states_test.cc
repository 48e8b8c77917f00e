// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/expected_states.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

constexpr char kParticipants[] = R"pb(
  participants {
    country_code: "TUR"
    kind: PARTICIPANT_KIND_STATE
    role: PARTICIPANT_ROLE_MEMBER
  }
  participants {
    country_code: "HKG"
    kind: PARTICIPANT_KIND_TERRITORY
    role: PARTICIPANT_ROLE_MEMBER
  }
  participants {
    as_written: "Kosovo*"
    kind: PARTICIPANT_KIND_OTHER_ENTITY
    role: PARTICIPANT_ROLE_MEMBER
  }
  participants { country_code: "GEO" }
  participants { country_code: "MAC" }
  participants {
    country_code: "CHE"
    kind: PARTICIPANT_KIND_STATE
    role: PARTICIPANT_ROLE_OBSERVER
  }
  participants {
    country_code: "AUT"
    kind: PARTICIPANT_KIND_STATE
    role: PARTICIPANT_ROLE_PARTNER
  }
  meetings { title: "A" }
)pb";

// Those expected at an event that all of these tell of.
std::vector<std::string> Expected(const Projections& state,
                                  bool with_observers) {
  EventGroup group;
  state.calendar.contributions.ForEach([&](const CalendarLink& link) {
    for (const ToldEvent& told : link->told_events) group.push_back(&told);
  });
  Attendance attendance(state.participation, with_observers);
  const ExpectedStates& states = attendance.Of(group);
  EXPECT_EQ(&attendance.Of(group), &states);
  std::vector<std::string> codes;
  for (const ExpectedState& expected : states)
    codes.emplace_back(expected.country_code());
  return codes;
}

TEST(ExpectedStates, AreMembersThatAreStates) {
  const Projections state =
      ProjectionsOf({PutQuestionnaire("midsa", "2016", kParticipants)});

  EXPECT_THAT(Expected(state, false), ElementsAre("GEO", "TUR"));
}

TEST(ExpectedStates, AreObserversAndPartnersWhenAskedFor) {
  const Projections state =
      ProjectionsOf({PutQuestionnaire("midsa", "2016", kParticipants)});

  EXPECT_THAT(Expected(state, true), ElementsAre("AUT", "CHE", "GEO", "TUR"));
}

TEST(ExpectedStates, AreThoseOfEachQuestionnaireThatTells) {
  const Projections state =
      ProjectionsOf({PutQuestionnaire("midsa", "2016", kParticipants),
                     PutQuestionnaire("rcm", "2016", "meetings { title: 'B' }"),
                     PutQuestionnaire("sacm", "2016", R"pb(
                       participants { country_code: "TUR" }
                       participants { country_code: "PER" }
                       meetings { title: "C" }
                     )pb")});

  EXPECT_THAT(Expected(state, false), ElementsAre("GEO", "PER", "TUR", "TUR"));
}

TEST(ExpectedStates, CanBeAskedForByCode) {
  const Projections state =
      ProjectionsOf({PutQuestionnaire("midsa", "2016", kParticipants)});
  Attendance attendance(state.participation, false);
  const CalendarLink link = state.calendar.contributions.Find(
      *QuestionnaireName::Parse("mechanisms/midsa/questionnaires/2016"));
  const ExpectedStates& states = attendance.Of({&link->told_events[0]});

  EXPECT_TRUE(IsExpected(states, "TUR"));
  EXPECT_FALSE(IsExpected(states, "HKG"));
  EXPECT_FALSE(IsExpected({}, "TUR"));
}

}  // namespace
}  // namespace compendium::reporting
