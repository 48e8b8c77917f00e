// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_part.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

absl::StatusOr<EdtfPart> Read(absl::string_view text) {
  EdtfScanner scanner(text);
  return ReadEdtfPart(scanner);
}

int Level(absl::string_view text) { return Read(text)->level; }

TEST(EdtfPart, CursorStandsBehindIt) {
  EdtfScanner scanner("2016-11/2017");

  const auto part = ReadEdtfPart(scanner);

  ASSERT_TRUE(part.ok()) << part.status();
  EXPECT_EQ(part->end, 7u);
  EXPECT_EQ(scanner.Peek(), '/');
  EXPECT_EQ(part->components, 2);
}

TEST(EdtfPart, LevelIsTheLowestThatHasIt) {
  for (const absl::string_view text : {"2016", "2016-11", "2016-11-03"})
    EXPECT_EQ(Level(text), 0) << text;
  for (const absl::string_view text :
       {"2016?", "2016-11%", "2016-11-03~", "-2016", "201X", "20XX", "2016-XX",
        "2016-11-XX", "2016-XX-XX", "2016-21", "-2016-24"})
    EXPECT_EQ(Level(text), 1) << text;
  for (const absl::string_view text :
       {"?2016", "2016?-11", "2016-?11", "~2016?", "2XXX", "XXXX", "2X16",
        "201X-11", "2016-1X", "2016-XX-03", "2016-11-0X", "2016-25", "2016-41"})
    EXPECT_EQ(Level(text), 2) << text;
}

TEST(EdtfPart, PercentIsBothQualifiers) {
  const auto part = Read("2016-%11");

  EXPECT_TRUE(part->uncertain);
  EXPECT_TRUE(part->approximate);
  EXPECT_FALSE(Read("2016?")->approximate);
  EXPECT_FALSE(Read("2016~")->uncertain);
}

TEST(EdtfPart, PrecisionIsTheFinestGivenUnit) {
  const auto precision = [](absl::string_view text) {
    return PrecisionOf(*Read(text));
  };

  EXPECT_EQ(precision("2016-11-03"), EdtfPrecision::kDay);
  EXPECT_EQ(precision("2016-11"), EdtfPrecision::kMonth);
  EXPECT_EQ(precision("2016-11-XX"), EdtfPrecision::kMonth);
  EXPECT_EQ(precision("2016-11-0X"), EdtfPrecision::kMonth);
  EXPECT_EQ(precision("2016-22"), EdtfPrecision::kSeason);
  EXPECT_EQ(precision("2016"), EdtfPrecision::kYear);
  EXPECT_EQ(precision("2016-XX-03"), EdtfPrecision::kYear);
  EXPECT_EQ(precision("201X"), EdtfPrecision::kDecade);
  EXPECT_EQ(precision("20XX-11"), EdtfPrecision::kCentury);
  EXPECT_EQ(precision("XXXX"), EdtfPrecision::kCoarser);
}

TEST(EdtfPart, UnspecifiedAndQualifiedIsRefused) {
  EXPECT_FALSE(Read("156X~").ok());
  EXPECT_FALSE(Read("2016?-XX").ok());
}

TEST(EdtfPart, SeasonStandsAlone) {
  for (const absl::string_view text :
       {"2016-21?", "2016?-21", "201X-21", "2016-21-03", "2016-20", "2016-42"})
    EXPECT_FALSE(Read(text).ok()) << text;
}

TEST(EdtfPart, UnsupportedFormsHaveTheirOwnCode) {
  for (const absl::string_view text :
       {"Y170000002", "Y-17E7", "Y2016", "1950S2", "-1950S2"})
    EXPECT_EQ(Read(text).status().code(), absl::StatusCode::kUnimplemented)
        << text;
  EXPECT_EQ(Read("Yes").status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace compendium
