// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_grammar.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

EdtfKind Kind(absl::string_view text) { return ReadEdtf(text)->kind; }

TEST(EdtfGrammar, KindIsThatOfTheForm) {
  EXPECT_EQ(Kind("2016-11"), EdtfKind::kDate);
  EXPECT_EQ(Kind("2016-11-03T09:30:00"), EdtfKind::kDatetime);
  EXPECT_EQ(Kind("2016-11/2016-12"), EdtfKind::kInterval);
  EXPECT_EQ(Kind("../2016"), EdtfKind::kInterval);
  EXPECT_EQ(Kind("/2016"), EdtfKind::kInterval);
  EXPECT_EQ(Kind("2016-36"), EdtfKind::kSeason);
  EXPECT_EQ(Kind("[2016-11-15,2016-11-16]"), EdtfKind::kSet);
  EXPECT_EQ(Kind("{2016-11-15..2016-11-16}"), EdtfKind::kList);
}

TEST(EdtfGrammar, ZonesOfADatetimeAreRead) {
  for (const absl::string_view text :
       {"2016-11-03T09:30:00Z", "2016-11-03T09:30:00+05",
        "2016-11-03T23:59:59-05:30"}) {
    const auto meaning = ReadEdtf(text);
    ASSERT_TRUE(meaning.ok()) << text;
    EXPECT_EQ(meaning->level, 0);
    EXPECT_EQ(meaning->precision, EdtfPrecision::kSecond);
  }
}

TEST(EdtfGrammar, MalformedDatetimeIsRefused) {
  for (const absl::string_view text :
       {"2016-11-03T24:00:00", "2016-11-03T09:60:00", "2016-11-03T09:30:60",
        "2016-11-03T09:30", "2016-11T09:30:00", "2016-11-03?T09:30:00",
        "2016-11-XXT09:30:00", "-2016-11-03T09:30:00", "2016-11-03T09:30:00+24",
        "2016-11-03T09:30:00Z?", "2016-11-03T09:30:00/2017",
        "2016/2016-11-03T09:30:00"})
    EXPECT_FALSE(ReadEdtf(text).ok()) << text;
}

TEST(EdtfGrammar, OpenAndUnknownEndsDiffer) {
  EXPECT_EQ(ReadEdtf("2016/..")->latest, DayBound::Open());
  EXPECT_EQ(ReadEdtf("2016/")->latest, DayBound::Unknown());
  EXPECT_EQ(ReadEdtf("../2016")->earliest, DayBound::Open());
  EXPECT_EQ(ReadEdtf("/2016")->earliest, DayBound::Unknown());
  EXPECT_FALSE(ReadEdtf("/").ok());
  EXPECT_TRUE(ReadEdtf("../..").ok());
}

TEST(EdtfGrammar, OpenEndsOfASetAreItsFirstAndLast) {
  EXPECT_TRUE(ReadEdtf("[..2014,2016..]").ok());
  for (const absl::string_view text :
       {"[]", "[..]", "[2016..,2017]", "[2015,..2016]", "[..2015..2016]",
        "[2015..2014]", "[2015,]", "[,2015]", "[2015", "[2015}", "{2015]",
        "[2015]]", "[2015...]", "[2016-21]", "[2015/2016]", "[[2015]]"})
    EXPECT_FALSE(ReadEdtf(text).ok()) << text;
}

TEST(EdtfGrammar, PrecisionIsTheCoarsestOfAll) {
  EXPECT_EQ(ReadEdtf("2016-11-03/2016-12")->precision, EdtfPrecision::kMonth);
  EXPECT_EQ(ReadEdtf("{2016-11-03,2017}")->precision, EdtfPrecision::kYear);
  EXPECT_EQ(ReadEdtf("../..")->precision, EdtfPrecision::kCoarser);
}

TEST(EdtfGrammar, QualifiersOfAnyPartCount) {
  const auto meaning = ReadEdtf("2016-11-03?/2016-12~");

  EXPECT_TRUE(meaning->uncertain);
  EXPECT_TRUE(meaning->approximate);
  EXPECT_EQ(meaning->level, 1);
}

}  // namespace
}  // namespace compendium
