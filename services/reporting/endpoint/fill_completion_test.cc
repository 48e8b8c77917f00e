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
      {PutMechanism("midsa", "MIDSA"), PutMechanism("igc", "IGC"),
       PutRound("2016", "questions { id: '1' }"),
       PutQuestionnaire(
           "midsa", "2016",
           "answers { question_id: '1' state: ANSWER_STATE_BLANK }")});
  return snapshot;
}

TEST(FillCompletion, RoundAndMechanismAreSelected) {
  v1::GetCompletionRequest request;
  request.set_round("rounds/2016");
  v1::GetCompletionResponse all, one;

  ASSERT_TRUE(FillCompletion(SomeSnapshot(), request, all).ok());
  request.set_mechanism("mechanisms/midsa");
  ASSERT_TRUE(FillCompletion(SomeSnapshot(), request, one).ok());

  EXPECT_EQ(all.computed_at_revision(), 12);
  EXPECT_EQ(all.completion().mechanisms_size(), 2);
  EXPECT_EQ(one.completion().mechanisms_size(), 1);
  EXPECT_EQ(one.completion().counts().blank_count(), 1);
}

TEST(FillCompletion, WrongFieldIsNamed) {
  v1::GetCompletionRequest no_round, no_mechanism;
  no_mechanism.set_round("rounds/2016");
  no_mechanism.set_mechanism("midsa");
  v1::GetCompletionResponse response;

  EXPECT_THAT(FieldPathsOf(FillCompletion(SomeSnapshot(), no_round, response)),
              ElementsAre("round"));
  EXPECT_THAT(
      FieldPathsOf(FillCompletion(SomeSnapshot(), no_mechanism, response)),
      ElementsAre("mechanism"));
}

TEST(FillCompletion, UnknownRoundIsNotFound) {
  v1::GetCompletionRequest request;
  request.set_round("rounds/1999");
  v1::GetCompletionResponse response;

  EXPECT_EQ(ReasonOf(FillCompletion(SomeSnapshot(), request, response)),
            "RECORD_NOT_FOUND");
}

}  // namespace
}  // namespace compendium::reporting
