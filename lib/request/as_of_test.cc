// SPDX-License-Identifier: Apache-2.0
#include "lib/request/as_of.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace compendium
