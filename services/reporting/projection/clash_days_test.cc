// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/clash_days.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

EventDays DaysOf(const std::vector<std::string>& texts) {
  std::vector<EdtfDate> dates;
  for (const std::string& text : texts) {
    auto date = EdtfDate::Parse(text);
    CHECK(date.ok());
    dates.push_back(*std::move(date));
  }
  return DaysOfEvent(dates);
}

absl::CivilDay May(int day) { return absl::CivilDay(2016, 5, day); }

TEST(ClashDays, ADayIsCertain) {
  const EventDays days = DaysOf({"2016-05-04"});

  EXPECT_THAT(days.possible, ElementsAre(May(4)));
  EXPECT_THAT(days.certain, ElementsAre(May(4)));
  EXPECT_THAT(DaysOf({"2016-05-04T09:30:00Z"}).certain, ElementsAre(May(4)));
}

TEST(ClashDays, EachDayOfAnIntervalOfDaysIsCertain) {
  EXPECT_THAT(DaysOf({"2016-05-04/2016-05-06"}).certain,
              ElementsAre(May(4), May(5), May(6)));
}

TEST(ClashDays, UncertainDaysAreOnlyPossible) {
  for (const char* text :
       {"2016-05-04?", "2016-05-04~", "2016-05-04?/2016-05-05", "2016-05",
        "2016-05-XX", "[2016-05-04,2016-05-09]", "2016-05-1X"}) {
    const EventDays days = DaysOf({text});
    EXPECT_THAT(days.certain, IsEmpty()) << text;
    EXPECT_FALSE(days.possible.empty()) << text;
  }
  EXPECT_THAT(DaysOf({"2016-05"}).possible, SizeIs(31));
}

TEST(ClashDays, ASetIsOneOfItsDaysAndAListAllOfThem) {
  EXPECT_THAT(DaysOf({"[2016-05-04,2016-05-09]"}).possible,
              ElementsAre(May(4), May(9)));
  EXPECT_THAT(DaysOf({"{2016-05-04,2016-05-08..2016-05-09}"}).certain,
              ElementsAre(May(4), May(8), May(9)));
  EXPECT_THAT(DaysOf({"{2016-05-04,2016-05-09?}"}).certain,
              ElementsAre(May(4)));
}

TEST(ClashDays, DaysFarApartInAListAreFewAllTheSame) {
  EXPECT_THAT(DaysOf({"{2016-01-04,2016-12-09}"}).certain, SizeIs(2));
}

TEST(ClashDays, TwoMonthsAreTheMost) {
  EXPECT_THAT(DaysOf({"2016-07/2016-08"}).possible, SizeIs(kClashDaysMax));
  for (const char* text :
       {"2016", "2016-21", "2016-33", "2016-07-01/2016-09-01", "2016-05-04/..",
        "../2016-05-04", "2016-05-04/", "[2016-05-04..]", "{..2016-05-04}",
        "201X"})
    EXPECT_THAT(DaysOf({text}).possible, IsEmpty()) << text;
  EXPECT_THAT(DaysOf({}).possible, IsEmpty());
}

TEST(ClashDays, AMorePreciseDateReplacesACoarserOne) {
  const EventDays days = DaysOf({"2016-05", "2016-05-04", "2016"});

  EXPECT_THAT(days.possible, ElementsAre(May(4)));
  EXPECT_THAT(days.certain, ElementsAre(May(4)));
}

TEST(ClashDays, OfDatesThatDifferOnlyTheCommonDayIsCertain) {
  const EventDays days =
      DaysOf({"2016-05-14/2016-05-15", "2016-05-15/2016-05-16"});

  EXPECT_THAT(days.possible, ElementsAre(May(14), May(15), May(16)));
  EXPECT_THAT(days.certain, ElementsAre(May(15)));
}

TEST(ClashDays, ADateThatExcludesADayMakesItUncertain) {
  EXPECT_THAT(DaysOf({"2016-05-04", "2016-06"}).certain, IsEmpty());
  EXPECT_THAT(DaysOf({"2016-05-04", "2017"}).certain, IsEmpty());
  EXPECT_THAT(DaysOf({"2016-05-04", "2017"}).possible, ElementsAre(May(4)));
}

TEST(ClashDays, WhatTwoSourcesAreUnsureOfStaysSo) {
  EXPECT_THAT(DaysOf({"2016-05-04?", "2016-05-04~"}).certain, IsEmpty());
  EXPECT_THAT(DaysOf({"2016-05-04?", "2016-05-04"}).certain,
              ElementsAre(May(4)));
}

TEST(ClashDays, DatesThatTogetherAllowTooMuchAllowNothing) {
  EXPECT_THAT(DaysOf({"2016-01/2016-02", "2016-05"}).possible, IsEmpty());
}

TEST(ClashDays, CommonDaysStandInBoth) {
  EXPECT_THAT(CommonDays({May(1), May(3)}, {May(2), May(3), May(4)}),
              ElementsAre(May(3)));
}

}  // namespace
}  // namespace compendium::reporting
