// SPDX-License-Identifier: Apache-2.0
#include "cli/as_of.h"

#include <gtest/gtest.h>

#include "compendium/reporting/v1/reporting_service.pb.h"

namespace compendium {
namespace {

TEST(AsOf, DigitsAreARevision) {
  EXPECT_EQ(*ParseAsOf("29"), AsOf(int64_t{29}));
  EXPECT_EQ(*ParseAsOf("2016"), AsOf(int64_t{2016}));
}

TEST(AsOf, DayIsItsLastMoment) {
  absl::Time next;
  ASSERT_TRUE(absl::ParseTime(absl::RFC3339_full, "2026-12-01T00:00:00Z", &next,
                              nullptr));

  EXPECT_EQ(*ParseAsOf("2026-11-30"), AsOf(next - absl::Nanoseconds(1)));
}

TEST(AsOf, TimeHasItsZone) {
  EXPECT_EQ(*ParseAsOf("2026-11-25T17:30:00+01:00"),
            *ParseAsOf("2026-11-25T16:30:00Z"));
}

TEST(AsOf, AnythingElseIsRefused) {
  for (const char* text :
       {"", "-1", "yesterday", "2026-13-01", "2026-11", "2026-11-25T17:30:00",
        "99999999999999999999", "infinite-future", "2026-11-25 "})
    EXPECT_TRUE(absl::IsInvalidArgument(ParseAsOf(text).status())) << text;
}

TEST(AsOf, RequestTakesEither) {
  reporting::v1::GetCoverageRequest request;

  ASSERT_TRUE(SetAsOf("", request).ok());
  EXPECT_EQ(request.as_of_case(), request.AS_OF_NOT_SET);
  ASSERT_TRUE(SetAsOf("29", request).ok());
  EXPECT_EQ(request.as_of_revision(), 29);
  ASSERT_TRUE(SetAsOf("1970-01-01", request).ok());
  EXPECT_EQ(request.as_of_time().seconds(), 86399);
  EXPECT_EQ(request.as_of_time().nanos(), 999999999);
}

}  // namespace
}  // namespace compendium
