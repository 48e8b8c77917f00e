// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_days.h"

#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "lib/domain/day_bound.h"

namespace compendium {
namespace {

// "first..last", or the error.
std::string Days(absl::string_view text) {
  EdtfScanner scanner(text);
  const auto part = ReadEdtfPart(scanner);
  if (!part.ok()) return "none";
  const auto days = DaysOf(*part);
  return absl::StrCat(IsoDay(days->first), "..", IsoDay(days->last));
}

TEST(EdtfDays, MissingComponentsAreAnyValue) {
  EXPECT_EQ(Days("2016"), "2016-01-01..2016-12-31");
  EXPECT_EQ(Days("2016-02"), "2016-02-01..2016-02-29");
  EXPECT_EQ(Days("2015-02"), "2015-02-01..2015-02-28");
}

TEST(EdtfDays, UnspecifiedDigitsAreAnyValidValue) {
  EXPECT_EQ(Days("2016-X1"), "2016-01-01..2016-11-30");
  EXPECT_EQ(Days("2016-02-X9"), "2016-02-09..2016-02-29");
  EXPECT_EQ(Days("2015-02-X9"), "2015-02-09..2015-02-19");
  EXPECT_EQ(Days("2016-XX-31"), "2016-01-31..2016-12-31");
  EXPECT_EQ(Days("2016-X2-3X"), "2016-12-30..2016-12-31");
  EXPECT_EQ(Days("2016-XX-30"), "2016-01-30..2016-12-30");
}

TEST(EdtfDays, LeapDayIsFoundAmongUnspecifiedYears) {
  EXPECT_EQ(Days("201X-02-29"), "2012-02-29..2016-02-29");
  EXPECT_EQ(Days("XXXX-02-29"), "0000-02-29..9996-02-29");
  EXPECT_EQ(Days("1X00-02-29"), "1200-02-29..1600-02-29");
  EXPECT_EQ(Days("XXX5-02-29"), "none");
  EXPECT_EQ(Days("1900-02-29"), "none");
  EXPECT_EQ(Days("2000-02-29"), "2000-02-29..2000-02-29");
}

TEST(EdtfDays, NegativeYearsRunBackwards) {
  EXPECT_EQ(Days("-20XX"), "-2099-01-01..-2000-12-31");
  EXPECT_EQ(Days("-000X"), "-0009-01-01..-0001-12-31");
  EXPECT_EQ(Days("-XXXX-02-29"), "-9996-02-29..-0004-02-29");
  EXPECT_EQ(Days("-0000"), "none");
  EXPECT_EQ(Days("-0000-21"), "none");
}

TEST(EdtfDays, ImpossibleDigitsAreRefused) {
  for (const absl::string_view text :
       {"2016-2X", "2016-X3-4X", "2016-02-3X", "2016-04-31", "2016-00",
        "2016-01-00", "2016-13", "2016-99-XX"})
    EXPECT_EQ(Days(text), "none") << text;
}

TEST(EdtfDays, QuartersThirdsAndHalvesAreExact) {
  EXPECT_EQ(Days("2016-33"), "2016-01-01..2016-03-31");
  EXPECT_EQ(Days("2016-36"), "2016-10-01..2016-12-31");
  EXPECT_EQ(Days("2016-37"), "2016-01-01..2016-04-30");
  EXPECT_EQ(Days("2016-39"), "2016-09-01..2016-12-31");
  EXPECT_EQ(Days("2016-40"), "2016-01-01..2016-06-30");
  EXPECT_EQ(Days("9999-41"), "9999-07-01..9999-12-31");
  EXPECT_TRUE(SeasonHasDates(33));
}

TEST(EdtfDays, OtherSeasonsAreTheirYear) {
  EXPECT_EQ(Days("2016-21"), "2016-01-01..2016-12-31");
  EXPECT_EQ(Days("-2016-32"), "-2016-01-01..-2016-12-31");
  EXPECT_FALSE(SeasonHasDates(32));
}

// The same by trying every day of the 30 years that the pattern may mean.
std::string DaysByTrial(absl::string_view pattern) {
  std::string first = "none";
  std::string last;
  for (absl::CivilDay day(1990, 1, 1); day.year() < 2020; ++day) {
    const std::string text = IsoDay(day);
    bool matches = true;
    for (size_t i = 0; i < text.size(); ++i)
      matches = matches && (pattern[i] == 'X' || pattern[i] == text[i]);
    if (!matches) continue;
    if (last.empty()) first = text;
    last = text;
  }
  return last.empty() ? first : absl::StrCat(first, "..", last);
}

TEST(EdtfDays, AreThoseOfATrialOfEveryDay) {
  const absl::string_view digits = "0123459XXX";
  std::mt19937 random(2016);
  int valid = 0;

  for (int i = 0; i < 1000; ++i) {
    std::string pattern = random() % 2 == 0 ? "199X-__-__" : "20_X-__-__";
    for (char& c : pattern) {
      if (c == '_') c = digits[random() % digits.size()];
    }
    if (pattern[0] == '2') pattern[2] = random() % 2 == 0 ? '0' : '1';
    const std::string want = DaysByTrial(pattern);
    EXPECT_EQ(Days(pattern), want) << pattern;
    valid += want != "none";
  }

  EXPECT_GT(valid, 100);
}

}  // namespace
}  // namespace compendium
