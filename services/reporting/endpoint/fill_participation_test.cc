// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

Snapshot SomeSnapshot() {
  Snapshot snapshot;
  snapshot.revision = 12;
  snapshot.projections = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
       PutRound("2017", ""), PutQuestionnaire("midsa", "2016", R"pb(
         participants {
           as_written: "Kenya"
           country_code: "KEN"
           role: PARTICIPANT_ROLE_MEMBER
         }
         participants {
           as_written: "Zambia"
           country_code: "ZMB"
           role: PARTICIPANT_ROLE_OBSERVER
         }
       )pb")});
  return snapshot;
}

int CountOf(const v1::GetParticipationRequest& request) {
  v1::GetParticipationResponse response;
  const absl::Status status =
      FillParticipation(SomeSnapshot(), request, response);
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.computed_at_revision(), 12);
  return response.participation().counts().participant_count();
}

TEST(FillParticipation, EveryFieldOfTheRequestLimits) {
  v1::GetParticipationRequest all, other_round, state, role, mechanism;
  other_round.set_round("rounds/2017");
  state.set_country_code("KEN");
  role.set_role(registry::v1::PARTICIPANT_ROLE_OBSERVER);
  mechanism.set_mechanism("mechanisms/midsa");

  EXPECT_EQ(CountOf(all), 2);
  EXPECT_EQ(CountOf(other_round), 0);
  EXPECT_EQ(CountOf(state), 1);
  EXPECT_EQ(CountOf(role), 1);
  EXPECT_EQ(CountOf(mechanism), 2);
}

TEST(FillParticipation, WrongFieldIsNamed) {
  v1::GetParticipationRequest round, mechanism, country;
  round.set_round("2016");
  mechanism.set_mechanism("midsa");
  country.set_country_code("XXX");
  v1::GetParticipationResponse response;

  EXPECT_THAT(FieldPathsOf(FillParticipation(SomeSnapshot(), round, response)),
              ElementsAre("round"));
  EXPECT_THAT(
      FieldPathsOf(FillParticipation(SomeSnapshot(), mechanism, response)),
      ElementsAre("mechanism"));
  EXPECT_THAT(
      FieldPathsOf(FillParticipation(SomeSnapshot(), country, response)),
      ElementsAre("country_code"));
}

TEST(FillParticipation, UnknownMechanismIsNotFound) {
  v1::GetParticipationRequest request;
  request.set_mechanism("mechanisms/nobody");
  v1::GetParticipationResponse response;

  EXPECT_EQ(ReasonOf(FillParticipation(SomeSnapshot(), request, response)),
            "RECORD_NOT_FOUND");
}

}  // namespace
}  // namespace compendium::reporting
