// SPDX-License-Identifier: Apache-2.0
#include "lib/report/exact_days.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ExactDays, DaysThatWereWrittenOutAreExact) {
  for (const char* edtf : {"2016-05-04", "2016-05-04?", "2016-05-04~"}) {
    const auto days = ExactDaysOf(edtf);
    ASSERT_TRUE(days.has_value()) << edtf;
    EXPECT_EQ(days->first, absl::CivilDay(2016, 5, 4));
    EXPECT_EQ(days->last, days->first);
  }
  const auto days = ExactDaysOf("2016-12-08?/2017-01-02?");
  ASSERT_TRUE(days.has_value());
  EXPECT_EQ(days->first, absl::CivilDay(2016, 12, 8));
  EXPECT_EQ(days->last, absl::CivilDay(2017, 1, 2));
}

TEST(ExactDays, NoDayIsInvented) {
  for (const char* edtf :
       {"", "May", "2016", "2016-05", "2016-05?", "2016-05-XX", "2016-05-0X",
        "2016-21", "2016-36", "2016-05/2016-06", "2016-05-04/..", "2016-05-04/",
        "../2016-05-04", "2016-05/2016-06-02", "[2016-05-04,2016-05-05]",
        "{2016-05-04,2016-05-06}"})
    EXPECT_FALSE(ExactDaysOf(edtf).has_value()) << edtf;
}

}  // namespace
}  // namespace compendium
