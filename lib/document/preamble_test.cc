// SPDX-License-Identifier: Apache-2.0
#include "lib/document/preamble.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Reads all lines and returns how many were not understood.
int ReadAll(absl::string_view text, PreambleReader& reader) {
  int count = 0;
  for (const DocumentLine& line : ReadLines(text)) {
    if (!reader.Read(line)) ++count;
  }
  return count;
}

TEST(Preamble, ListsStandOnTheirLine) {
  PreambleReader reader;

  EXPECT_EQ(
      ReadAll("Members: Fiji, Tonga\n\nFocus: work; health; and trade", reader),
      0);

  EXPECT_THAT(reader.Participants(), ElementsAre("Fiji", "Tonga"));
  EXPECT_THAT(reader.FocusAreas(), ElementsAre("work", "health", "trade"));
}

TEST(Preamble, ListOfMembersRunsOnBelow) {
  PreambleReader reader;

  EXPECT_EQ(ReadAll("- Members:** A One (x,\n y),\n B Two\n- Focus:**\n- ⇒ a\n",
                    reader),
            0);

  EXPECT_THAT(reader.Participants(), ElementsAre("A One (x, y)", "B Two"));
}

TEST(Preamble, MembersMayBeItems) {
  PreambleReader reader;

  EXPECT_EQ(ReadAll("Member States:\n\n• Fiji\n• Tonga;\n\n• Samoa\n", reader),
            0);

  EXPECT_THAT(reader.Participants(), ElementsAre("Fiji", "Tonga", "Samoa"));
}

TEST(Preamble, FocusAreasAreItemsWithAnyMarker) {
  PreambleReader reader;

  EXPECT_EQ(ReadAll("Focus:\n\n- ⇒ *Safe travel*\n - ⇒ health,\n• trade\n"
                    "❖ work; and\n\n* return.\n",
                    reader),
            0);

  EXPECT_THAT(reader.FocusAreas(),
              ElementsAre("Safe travel", "health", "trade", "work", "return"));
}

TEST(Preamble, FocusAreaRunsOnInTheNextLine) {
  PreambleReader reader;

  EXPECT_EQ(ReadAll("Focus:\n• return and\n  readmission;\n• work\n", reader),
            0);

  EXPECT_THAT(reader.FocusAreas(),
              ElementsAre("return and readmission", "work"));
}

TEST(Preamble, OtherLinesAreNotUnderstood) {
  PreambleReader reader;

  EXPECT_EQ(ReadAll("Since 1999\n\nMembers: Fiji\n\nA note.\n¹ see there\n"
                    "Members: Tonga\nlabel\tcell\n",
                    reader),
            5);

  EXPECT_THAT(reader.Participants(), ElementsAre("Fiji"));
  EXPECT_THAT(reader.FocusAreas(), IsEmpty());
}

TEST(Preamble, FocusAreaLosesWhatClosesAnItem) {
  EXPECT_EQ(CleanFocusArea(" work; and "), "work");
  EXPECT_EQ(CleanFocusArea("work."), "work");
  EXPECT_EQ(CleanFocusArea("*work and pay*,"), "work and pay");
  EXPECT_EQ(CleanFocusArea("trade and"), "trade");
  EXPECT_EQ(CleanFocusArea("land (all)"), "land (all)");
}

}  // namespace
}  // namespace compendium
