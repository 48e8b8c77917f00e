// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;

Snapshot SomeSnapshot() {
  Snapshot snapshot;
  snapshot.revision = 12;
  snapshot.projections =
      ProjectionsOf({PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
                     PutQuestionnaire("midsa", "2016", R"pb(
                       claims { framework: "sdg" code: "5" }
                       meetings {
                         title: "A"
                         date { edtf: "2016-05-04" }
                       }
                       meetings { title: "B" }
                     )pb")});
  return snapshot;
}

TEST(Answers, CoverageIsOfSdgUnlessSaidOtherwise) {
  v1::GetCoverageRequest request;
  request.set_round("rounds/2016");
  v1::GetCoverageResponse response;

  ASSERT_TRUE(FillCoverage(SomeSnapshot(), request, response).ok());

  EXPECT_EQ(response.computed_at_revision(), 12);
  EXPECT_EQ(response.coverage().framework(), "sdg");
  EXPECT_EQ(response.coverage().claim_count(), 1);
}

TEST(Answers, FrameworkAndMechanismAreSelected) {
  v1::GetCoverageRequest request;
  request.set_round("rounds/2016");
  request.set_framework("iom-core");
  request.set_mechanism("mechanisms/midsa");
  v1::GetCoverageResponse response;

  ASSERT_TRUE(FillCoverage(SomeSnapshot(), request, response).ok());

  EXPECT_EQ(response.coverage().framework(), "iom-core");
  EXPECT_EQ(response.coverage().mechanisms_size(), 1);
}

TEST(Answers, CalendarIsFilteredByEveryField) {
  v1::GetCalendarRequest request;
  request.set_round("rounds/2016");
  request.set_mechanism("mechanisms/midsa");
  request.set_from_day("2016-05-04");
  request.set_to_day("2016-05-04");
  v1::GetCalendarResponse response;

  ASSERT_TRUE(FillCalendar(SomeSnapshot(), request, response).ok());

  EXPECT_EQ(response.computed_at_revision(), 12);
  ASSERT_EQ(response.calendar().events_size(), 1);
  EXPECT_EQ(response.calendar().events(0).title(), "A");
}

TEST(Answers, DaysInTheWrongOrderAreNamed) {
  v1::GetCalendarRequest request;
  request.set_from_day("2016-05-04");
  request.set_to_day("2016-05-03");
  v1::GetCalendarResponse response;

  const absl::Status status = FillCalendar(SomeSnapshot(), request, response);

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(FieldPathsOf(status), ElementsAre("to_day"));
}

TEST(Answers, UnknownRoundIsNotFound) {
  v1::GetCoverageRequest request;
  request.set_round("rounds/1999");
  v1::GetCoverageResponse response;

  const absl::Status status = FillCoverage(SomeSnapshot(), request, response);

  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(status), "RECORD_NOT_FOUND");
}

}  // namespace
}  // namespace compendium::reporting
