// SPDX-License-Identifier: Apache-2.0
#include "lib/report/sheet_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::ElementsAre;

TEST(SheetNames, AreUniqueShortAndAllowed) {
  EXPECT_THAT(
      SheetNames({"Answers", "answers", "About", "[a]:*?/\\b", "''", "'x'",
                  std::string(40, 'z'), std::string(40, 'Z'), "\U0001F600",
                  "History"}),
      ElementsAre("Answers", "answers (2)", "About (2)", "a b", "Table", "x",
                  std::string(31, 'z'), std::string(27, 'Z') + " (2)",
                  "\U0001F600", "History (2)"));
}

TEST(CutText, CountsAsSpreadsheetsDo) {
  EXPECT_EQ(CutText("abc", 3, "."), "abc");
  EXPECT_EQ(CutText("abcd", 3, "."), "ab.");
  EXPECT_EQ(CutText("é\U0001F600x", 3, ""), "é\U0001F600");
  EXPECT_EQ(CutText("é\U0001F600x", 2, ""), "é");
}

TEST(EscapeCellText, TakesTheirMeaningFromNumbers) {
  EXPECT_EQ(EscapeCellText("a_x000D_b"), "a_x005F_x000D_b");
  EXPECT_EQ(EscapeCellText("_x00e9__x00E9_"), "_x005F_x00e9__x005F_x00E9_");
  for (const char* const text :
       {"", "_", "_x000D", "_x00G0_", "_X000D_", "snake_case_x0_y"}) {
    EXPECT_EQ(EscapeCellText(text), text);
  }
}

TEST(LinesOf, WrapsWords) {
  EXPECT_EQ(LinesOf("", 8), 1U);
  EXPECT_EQ(LinesOf("two words", 9), 1U);
  EXPECT_EQ(LinesOf("two words", 8), 2U);
  EXPECT_EQ(LinesOf("é é é é", 7), 1U);
  EXPECT_EQ(LinesOf("unbreakable", 4), 3U);
  EXPECT_EQ(LinesOf("an unbreakable word", 4), 5U);
  EXPECT_EQ(LinesOf("a\n\nb", 8), 3U);
}

}  // namespace
}  // namespace compendium
