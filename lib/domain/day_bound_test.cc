// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/day_bound.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(DayBound, SaysItsKindInText) {
  EXPECT_EQ(DayBound::Day(absl::CivilDay(2016, 2, 29)).ToString(),
            "2016-02-29");
  EXPECT_EQ(DayBound::Open().ToString(), "open");
  EXPECT_EQ(DayBound::Unknown().ToString(), "unknown");
  EXPECT_EQ(DayBound().ToString(), "");
}

TEST(DayBound, YearsAreOfFourDigitsAndMayBeNegative) {
  EXPECT_EQ(IsoDay(absl::CivilDay(0, 1, 1)), "0000-01-01");
  EXPECT_EQ(IsoDay(absl::CivilDay(-9, 12, 31)), "-0009-12-31");
  EXPECT_EQ(IsoDay(absl::CivilDay(9999, 12, 31)), "9999-12-31");
}

TEST(DayBound, ADayIsReadAsItIsWritten) {
  const absl::CivilDay first(0, 1, 1);
  for (absl::CivilDay day = first; day.year() < 10'000; day += 97)
    EXPECT_EQ(ParseIsoDay(IsoDay(day)), day);
}

TEST(DayBound, WhatIsNoDayIsNotRead) {
  for (const char* text :
       {"", "2016", "2016-02", "2016-02-30", "2015-02-29", "2016-13-01",
        "2016-00-10", "2016-01-00", "2016-1-01", "-016-01-01", "2016/01/01",
        "2016-01-01 ", "2016-01-0\xB2", "2O16-01-01"})
    EXPECT_FALSE(ParseIsoDay(text).has_value()) << text;
}

TEST(DayBound, OpenAndUnknownDiffer) {
  EXPECT_FALSE(DayBound::Open() == DayBound::Unknown());
  EXPECT_TRUE(DayBound::Open() == DayBound::Open());
}

TEST(DayBoundDeathTest, DayOfAnOpenBoundStopsTheProgram) {
  EXPECT_DEATH(DayBound::Open().day(), "CHECK failed");
}

}  // namespace
}  // namespace compendium
