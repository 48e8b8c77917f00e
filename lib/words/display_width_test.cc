// SPDX-License-Identifier: Apache-2.0
#include "lib/words/display_width.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::ElementsAre;

TEST(DisplayWidth, CountsColumnsNotBytes) {
  EXPECT_EQ(DisplayWidth(""), 0u);
  EXPECT_EQ(DisplayWidth("Rabat"), 5u);
  EXPECT_EQ(DisplayWidth("C\u00f4te d\u2019Ivoire"), 13u);
}

TEST(DisplayWidth, CombiningMarksTakeNoColumn) {
  EXPECT_EQ(DisplayWidth("Co\u0302te"), 4u);
}

TEST(DisplayWidth, EastAsianCharactersTakeTwo) {
  EXPECT_EQ(DisplayWidth("\u4e2d\u56fd"), 4u);
  EXPECT_EQ(DisplayWidth("\ud55c"), 2u);
}

TEST(DisplayWidth, BytesThatAreNotUtf8TakeOne) {
  EXPECT_EQ(DisplayWidth("a\xff\xc3"), 3u);
}

TEST(Printable, EscapeSequencesLoseTheirPower) {
  EXPECT_EQ(Printable("a\x1b[2Jb\r\n\tc\u009bd"),
            "a\ufffd[2Jb\ufffd\n c\ufffdd");
}

TEST(Printable, DirectionMarksAndBrokenBytesAreReplaced) {
  EXPECT_EQ(Printable("a\u202eb\xc3("), "a\ufffdb\ufffd(");
}

TEST(Excerpt, LongTextEndsInAnEllipsis) {
  EXPECT_EQ(Excerpt("  two\n\n words  ", 20), "two words");
  EXPECT_EQ(Excerpt("two\nwords", 20), "two words");
  EXPECT_EQ(Excerpt("abcdefgh", 5), "abcd\u2026");
  EXPECT_EQ(Excerpt("\u4e2d\u56fd\u4eba", 5), "\u4e2d\u56fd\u2026");
}

TEST(WrapText, BreaksBetweenWords) {
  EXPECT_THAT(WrapText("one two three", 8), ElementsAre("one two", "three"));
  EXPECT_THAT(WrapText("one\n\ntwo", 8), ElementsAre("one", "", "two"));
  EXPECT_THAT(WrapText("", 8), ElementsAre(""));
}

TEST(WrapText, BreaksAWordThatIsTooWide) {
  EXPECT_THAT(WrapText("a abcdefghij b", 4),
              ElementsAre("a", "abcd", "efgh", "ij b"));
  EXPECT_THAT(WrapText("\u4e2d\u56fd\u4eba", 4),
              ElementsAre("\u4e2d\u56fd", "\u4eba"));
}

}  // namespace
}  // namespace compendium
