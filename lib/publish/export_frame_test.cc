// SPDX-License-Identifier: Apache-2.0
#include "lib/publish/export_frame.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(ExportFrame, KnowsItsOwnLinesAgain) {
  PublishedRound round;
  round.sections.resize(14);
  round.revision = 33;
  EXPECT_TRUE(IsFrameLine(SubtitleOf(round)));
  EXPECT_TRUE(IsFrameLine(AsOfWords(round)));

  round.sections.resize(1);
  round.written_time = "2016-05-04T01:02:03Z";
  EXPECT_EQ(AsOfWords(round), "As of revision 33 of the registry, 4 May 2016");
  EXPECT_TRUE(IsFrameLine(SubtitleOf(round)));
  EXPECT_TRUE(IsFrameLine(AsOfWords(round)));
  EXPECT_TRUE(IsFrameLine(" Contents "));
}

TEST(ExportFrame, OtherWordsAreNone) {
  EXPECT_FALSE(IsFrameLine("Contents of the meeting"));
  EXPECT_FALSE(IsFrameLine("As of revision 33 of the registry, we object"));
  EXPECT_FALSE(IsFrameLine("As of revision of the registry"));
  EXPECT_FALSE(IsFrameLine(
      "Completed questionnaires of all inter-State consultation mechanisms on "
      "migration"));
  EXPECT_FALSE(IsFrameLine(""));
}

TEST(ExportFrame, AFileHasNoRevision) {
  EXPECT_EQ(AsOfWords(PublishedRound()), "");
}

TEST(DayWords, AreForPeople) {
  EXPECT_EQ(DayWords("2017-02-28"), "28 February 2017");
  EXPECT_EQ(DayWords("2017-03-01T10:00:00Z"), "1 March 2017");
  EXPECT_EQ(DayWords("soon"), "soon");
}

}  // namespace
}  // namespace compendium
