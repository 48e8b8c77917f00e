// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_phrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/extract/text_lines.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "words=EDTF" of each date, in a round of 2019.
std::vector<std::string> Dates(absl::string_view text) {
  const AnswerText answer(text);
  std::vector<std::string> dates;
  for (const DatePhrase& date :
       FindDates(answer.tokens(), {0, answer.tokens().size()})) {
    dates.push_back(absl::StrCat(
        answer.Slice(date.range), "=", date.ToEdtf(2019).value_or("none"),
        date.has_year() ? "" : " (2019)", date.is_period() ? " period" : ""));
  }
  return dates;
}

TEST(DatePhrase, SingleDays) {
  EXPECT_THAT(Dates("on 3 May 2018 in Bonn"),
              ElementsAre("3 May 2018=2018-05-03"));
  EXPECT_THAT(Dates("on May 3, 2018"), ElementsAre("May 3, 2018=2018-05-03"));
  EXPECT_THAT(Dates("the 3rd of May"),
              ElementsAre("3rd of May=2019-05-03 (2019)"));
  EXPECT_THAT(Dates("2018-05-03"), ElementsAre("2018-05-03=2018-05-03"));
  EXPECT_THAT(Dates("03.05.2018"), ElementsAre("03.05.2018=2018-05-03"));
  EXPECT_THAT(Dates("07 Sept. 2018"), ElementsAre("07 Sept. 2018=2018-09-07"));
}

TEST(DatePhrase, RangesWithinAMonth) {
  EXPECT_THAT(Dates("4 - 6 May; 2018;"),
              ElementsAre("4 - 6 May; 2018=2018-05-04/2018-05-06"));
  EXPECT_THAT(Dates("March 4 to 6 2018"),
              ElementsAre("March 4 to 6 2018=2018-03-04/2018-03-06"));
  EXPECT_THAT(Dates("July 1 and 2, 2018"),
              ElementsAre("July 1 and 2, 2018=2018-07-01/2018-07-02"));
  EXPECT_THAT(Dates("27/28 Feb"),
              ElementsAre("27/28 Feb=2019-02-27/2019-02-28 (2019)"));
  EXPECT_THAT(Dates("1st, 2nd, 3rd June 2018"),
              ElementsAre("1st, 2nd, 3rd June 2018=2018-06-01/2018-06-03"));
}

TEST(DatePhrase, DaysWithGapsAreAList) {
  EXPECT_THAT(Dates("on 3, 10 and 17 May 2018"),
              ElementsAre("3, 10 and 17 May 2018={2018-05-03,2018-05-10,"
                          "2018-05-17}"));
}

TEST(DatePhrase, RangesAcrossMonthsAndYears) {
  EXPECT_THAT(Dates("30 May – 2 June 2018"),
              ElementsAre("30 May – 2 June 2018=2018-05-30/2018-06-02"));
  EXPECT_THAT(Dates("May 30 to June 2"),
              ElementsAre("May 30 to June 2=2019-05-30/2019-06-02 (2019)"));
  EXPECT_THAT(Dates("30 Dec - 2 Jan 2019"),
              ElementsAre("30 Dec - 2 Jan 2019=2018-12-30/2019-01-02"));
  EXPECT_THAT(Dates("30 Dec - 2 Jan"),
              ElementsAre("30 Dec - 2 Jan=2019-12-30/2020-01-02 (2019)"));
}

TEST(DatePhrase, MonthsAndPartsOfYears) {
  EXPECT_THAT(Dates("in May 2018"), ElementsAre("May 2018=2018-05"));
  EXPECT_THAT(Dates("(July/ August, 2018)"),
              ElementsAre("July/ August, 2018=2018-07/2018-08"));
  EXPECT_THAT(Dates("the last quarter of 2018"),
              ElementsAre("last quarter of 2018=2018-36"));
  EXPECT_THAT(Dates("Q2 2018"), ElementsAre("Q2 2018=2018-34"));
  EXPECT_THAT(Dates("the second half of 2018"),
              ElementsAre("second half of 2018=2018-41"));
  EXPECT_THAT(Dates("summer 2018"), ElementsAre("summer 2018=2018-22"));
}

TEST(DatePhrase, UncertainAndApproximate) {
  EXPECT_THAT(Dates("October (tbc): forum"),
              ElementsAre("October (tbc)=2019-10? (2019)"));
  EXPECT_THAT(Dates("7 Oct 2018 (to be confirmed)"),
              ElementsAre("7 Oct 2018 (to be confirmed)=2018-10-07?"));
  EXPECT_THAT(Dates("early March 2018"),
              ElementsAre("early March 2018=2018-03~"));
  EXPECT_THAT(Dates("tentatively set for late March 2018"),
              ElementsAre("late March 2018=2018-03%"));
  EXPECT_THAT(Dates("mid-June 2018"), ElementsAre("mid-June 2018=2018-06~"));
  EXPECT_THAT(Dates("in early 2018"), ElementsAre("early 2018=2018~"));
}

TEST(DatePhrase, FinerDateInParenthesesWins) {
  EXPECT_THAT(Dates("in mid-2018 (on June 7)."),
              ElementsAre("mid-2018 (on June 7)=2018-06-07"));
}

TEST(DatePhrase, ConfirmationBehindAPlaceIsNotTheDates) {
  EXPECT_THAT(Dates("8 – 9 Dec, Peru (tbc): talks"),
              ElementsAre("8 – 9 Dec=2019-12-08/2019-12-09 (2019)"));
}

TEST(DatePhrase, LongSpansArePeriods) {
  EXPECT_THAT(Dates("1 May 2018 – 30 June 2019"),
              ElementsAre("1 May 2018 – 30 June 2019=2018-05-01/2019-06-30 "
                          "period"));
  EXPECT_THAT(Dates("May 2018 to January 2019"),
              ElementsAre("May 2018 to January 2019=2018-05/2019-01 period"));
  EXPECT_THAT(Dates("2018-2019"), ElementsAre("2018-2019=2018/2019 period"));
  EXPECT_THAT(Dates("2017-21"), ElementsAre("2017-21=2017/2021 period"));
}

TEST(DatePhrase, WordsThatAreNoDatesAreLeftAlone) {
  EXPECT_THAT(Dates("It may march on, 12 states, target 16.2, 10 % of 40"),
              IsEmpty());
  EXPECT_THAT(Dates("May we ask"), IsEmpty());
  EXPECT_THAT(Dates("https://example.org/2018/05/12-May-2018"), IsEmpty());
  EXPECT_THAT(Dates("Phase 3"), IsEmpty());
}

TEST(DatePhrase, ApproximationOfNothingIsNoDate) {
  EXPECT_THAT(Dates("It is late"), IsEmpty());
  EXPECT_THAT(Dates("at the end of the"), IsEmpty());
}

TEST(DatePhrase, NumberOfSomethingElseIsNoDay) {
  EXPECT_THAT(Dates("Pilot Project 2, 16 March 2018"),
              ElementsAre("16 March 2018=2018-03-16"));
}

TEST(DatePhrase, DaysThatDoNotExistHaveNoEdtf) {
  EXPECT_THAT(Dates("30 February 2018"), ElementsAre("30 February 2018=none"));
}

// Those of the calendar are those of the EDTF text, however they are found.
TEST(DatePhrase, MeaningHasTheDaysOfItsEdtf) {
  const AnswerText answer(
      "3 May 2018; 4 to 6 May; 30 Dec - 2 Jan; February 2016 (tbc); May – "
      "August 2018; early 2017; 2016-18; 3, 10 and 17 May 2018; Q2 2018; "
      "spring "
      "2018; 30 February 2018; 9 – 4 May 2018; mid-June 2016 - July 2017");

  const auto dates = FindDates(answer.tokens(), {0, answer.tokens().size()});

  EXPECT_GE(dates.size(), 13);
  for (const DatePhrase& date : dates) {
    const auto meaning = date.Meaning(2019);
    if (!meaning.has_value()) continue;
    const auto edtf = EdtfDate::Parse(meaning->edtf);
    ASSERT_TRUE(edtf.ok()) << meaning->edtf;
    EXPECT_EQ(meaning->days, DaysOf(*edtf)) << meaning->edtf;
  }
}

TEST(DaysOfYear, FourDigitsAlone) {
  EXPECT_EQ(DaysOfYear(2016), DaysOf(*EdtfDate::Parse("2016")));
  EXPECT_EQ(DaysOfYear(999), std::nullopt);
  EXPECT_EQ(DaysOfYear(10000), std::nullopt);
}

TEST(DatePhrase, MonthHeadingBeforeADayStandsAlone) {
  EXPECT_THAT(Dates("May 2018 8 – 9 May , Bonn"),
              ElementsAre("May 2018=2018-05",
                          "8 – 9 May=2019-05-08/2019-05-09 (2019)"));
}

}  // namespace
}  // namespace compendium
