// SPDX-License-Identifier: Apache-2.0
// Date forms that slip into English answers from other languages and programs.
#include <gtest/gtest.h>
#include <string>

#include "lib/extract/date_phrase.h"
#include "lib/extract/text_lines.h"

namespace compendium {
namespace {

std::string First(absl::string_view text) {
  const AnswerText answer(text);
  for (const TextLine& line : answer.lines()) {
    for (const TokenRange sentence : line.sentences) {
      const auto dates = FindDates(answer.tokens(), sentence);
      if (!dates.empty()) return dates[0].ToEdtf(2018).value_or("no such day");
    }
  }
  return "none";
}

TEST(DateForms, GermanAndFrenchHabits) {
  EXPECT_EQ(First("Forum in Bonn, 12. März 2016"), "2016-03-12");
  EXPECT_EQ(First("Forum in Bonn, 12.–14. März 2016"), "2016-03-12/2016-03-14");
  EXPECT_EQ(First("Forum in Wien, 3. Oktober 2017"), "2017-10-03");
  EXPECT_EQ(First("Forum, 5. April 2018 in Lima"), "2018-04-05");
  EXPECT_EQ(First("Forum, le 3 juin 2016"), "2016-06-03");
  EXPECT_EQ(First("Forum, le 1er août 2017"), "2017-08-01");
  EXPECT_EQ(First("Forum, du 4 au 6 février 2017"), "2017-02-04/2017-02-06");
  EXPECT_EQ(First("Forum le 3 mai 2016"), "2016-05-03");
  EXPECT_EQ(First("Forum on 03.06.2016"), "2016-06-03");
  EXPECT_EQ(First("Forum on 3.6.2016"), "2016-06-03");
}

TEST(DateForms, IntervalsWithDots) {
  EXPECT_EQ(First("Forum, 12. – 14.05.2016"), "2016-05-12/2016-05-14");
  EXPECT_EQ(First("Forum, 12.-14.5.2016 in Lima"), "2016-05-12/2016-05-14");
  EXPECT_EQ(First("Forum, 30.05.\u00a0– 02.06.2016"), "2016-05-30/2016-06-02");
  EXPECT_EQ(First("Forum, 12. und 13.05.2016"), "2016-05-12/2016-05-13");
  EXPECT_EQ(First("Forum, 12. und 19.05.2016"), "{2016-05-12,2016-05-19}");
  EXPECT_EQ(First("12. – 14. Mai: Forum"), "2018-05-12/2018-05-14");
  EXPECT_EQ(First("12. April, Lima: Forum\r"), "2018-04-12");
  EXPECT_EQ(First("2.-6. March 2016: Forum"), "2016-03-02/2016-03-06");
  // A version is no day.
  EXPECT_EQ(First("Version 1.2 - 3.4"), "none");
}

TEST(DateForms, NumbersOfItemsAreNoDays) {
  EXPECT_EQ(First("1. May 2016: Forum"), "2016-05");
  EXPECT_EQ(First("1. Ports\n2. May 2016: Forum"), "2016-05");
  EXPECT_EQ(First("1. Ports\n• Lima\n2. June 2016: Forum"), "2016-06");
}

TEST(DateForms, FrenchMonthsWithoutAYear) {
  EXPECT_EQ(First("Forum, Lima, 22 mars"), "2018-03-22");
  EXPECT_EQ(First("Lima, 22 mars Forum of ports"), "2018-03-22");
  EXPECT_EQ(First("2 - 6 mai, Lima: forum"), "2018-05-02/2018-05-06");
  EXPECT_EQ(First("du 30 mars au 2 avril 2017"), "2017-03-30/2017-04-02");
  EXPECT_EQ(First("le 1er mai; 2016"), "2016-05-01");
  EXPECT_EQ(First("they sold 3 mars bars"), "none");
}

TEST(DateForms, WordsThatAreNoMonths) {
  EXPECT_EQ(First("a mission to mars and 3 mai tais"), "none");
  EXPECT_EQ(First("they may march"), "none");
}

TEST(DateForms, OrdinalsAndPlainForms) {
  EXPECT_EQ(First("on the 3rd of May 2017"), "2017-05-03");
  EXPECT_EQ(First("from 30th April to 2nd May, 2017"), "2017-04-30/2017-05-02");
  EXPECT_EQ(First("on May 3rd, 2018"), "2018-05-03");
  EXPECT_EQ(First("on 3-5 September"), "2018-09-03/2018-09-05");
  EXPECT_EQ(First("in Sept. 2018"), "2018-09");
  EXPECT_EQ(First("on 2018-09-03"), "2018-09-03");
}

TEST(DateForms, NoBreakSpacesAndOtherDashes) {
  EXPECT_EQ(First("on 3\u00a0May\u00a02017"), "2017-05-03");
  EXPECT_EQ(First("on 3\u20115 May 2017"), "2017-05-03/2017-05-05");
  EXPECT_EQ(First("on 3\u2014 5 May 2017\r"), "2017-05-03/2017-05-05");
}

}  // namespace
}  // namespace compendium
