// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/period_phrase.h"

#include <gtest/gtest.h>
#include <string>

namespace compendium {
namespace {

std::string Read(absl::string_view text) {
  const AnswerText answer(text);
  const auto period = ReadPeriod(answer, answer.lines()[0].tokens, 2016);
  if (!period.has_value()) return "none";
  return period->edtf + (period->year_inferred ? " inferred" : "");
}

std::string Found(absl::string_view text) {
  const AnswerText answer(text);
  const auto period = FindPeriod(answer, answer.lines()[0].tokens, 2016);
  return period.has_value() ? period->edtf : "none";
}

TEST(PeriodPhrase, TwoEndsAreAnInterval) {
  EXPECT_EQ(Read("12 months – February 2016 to January 2017"),
            "2016-02/2017-01");
  EXPECT_EQ(Read("1 October 2016 – 30 September 2017"),
            "2016-10-01/2017-09-30");
  EXPECT_EQ(Read("2016-2018"), "2016/2018");
  EXPECT_EQ(Read("June 2015-May 2019"), "2015-06/2019-05");
  EXPECT_EQ(Read("from 1 January 2016 up to 31 December 2017"),
            "2016-01-01/2017-12-31");
  EXPECT_EQ(Read("01/2016 – 12/2017"), "2016-01/2017-12");
  EXPECT_EQ(Read("01.02.2016 – 31.01.2018"), "2016-02-01/2018-01-31");
  EXPECT_EQ(Read("March – October"), "2016-03/2016-10 inferred");
}

TEST(PeriodPhrase, OneEndLeavesTheOtherOpen) {
  EXPECT_EQ(Read("until December 2018"), "../2018-12");
  EXPECT_EQ(Read("since 2015"), "2015/..");
  EXPECT_EQ(Read("2016 – ongoing"), "2016/..");
  EXPECT_EQ(Read("starting in May 2016"), "2016-05/..");
}

TEST(PeriodPhrase, LengthAndStartGiveTheEnd) {
  EXPECT_EQ(Read("24 months from May 2016"), "2016-05/2018-04");
  EXPECT_EQ(Read("Two years, starting January 2017"), "2017-01/2018-12");
  EXPECT_EQ(Read("18 months"), "");
}

TEST(PeriodPhrase, OtherWordsAreNone) {
  EXPECT_EQ(Read("to be decided"), "none");
  EXPECT_EQ(Found("the talks of 3 – 4 May 2016 in Lima"), "none");
  EXPECT_EQ(Found("it will run from May 2016 to June 2018 in Lima"),
            "2016-05/2018-06");
}

}  // namespace
}  // namespace compendium
