// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/day_span.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(SpanOf, IsForDatesThatTellMoreThanAYear) {
  const auto days = SpanOf("2016-05");

  ASSERT_TRUE(days.has_value());
  EXPECT_EQ(days->first, absl::CivilDay(2016, 5, 1));
  EXPECT_EQ(days->last, absl::CivilDay(2016, 5, 31));
  for (const char* const edtf :
       {"", "2016", "2016~", "2015/2017", "2016-05/..", "May", "2016-21"}) {
    EXPECT_FALSE(SpanOf(edtf).has_value()) << edtf;
  }
}

TEST(Disagree, UnlessOneLiesWithinTheOther) {
  const auto disagree = [](const char* one, const char* other) {
    return Disagree(*SpanOf(one), *SpanOf(other));
  };

  EXPECT_FALSE(disagree("2016-05", "2016-05-04/2016-05-06"));
  EXPECT_FALSE(disagree("2016-05-04", "2016-05-04?"));
  EXPECT_TRUE(disagree("2016-05-04/2016-05-06", "2016-05-05/2016-05-07"));
  EXPECT_TRUE(disagree("2016-05", "2016-06-01"));
}

}  // namespace
}  // namespace compendium
