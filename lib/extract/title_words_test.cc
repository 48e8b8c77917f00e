// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/title_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

using ::testing::ElementsAre;

TEST(TitleWords, SmallWordsPluralsAndNumbersAreTakenOut) {
  const TitleWords words = WordsOf("The 3rd SOMs on Ports’ rights (XI)");

  EXPECT_THAT(words.words,
              ElementsAre("meeting", "official", "port", "right", "senior"));
  EXPECT_THAT(words.ordinals, ElementsAre(3, 11));
  EXPECT_THAT(OrdinalsOf("The 3rd SOMs on Ports’ rights (XI)"),
              ElementsAre(3, 11));
}

TEST(TitleWords, LikenessIsTheShareOfTheShorterTitle) {
  EXPECT_DOUBLE_EQ(Likeness(WordsOf("Forum on ports"),
                            WordsOf("Regional forum on ports and ships")),
                   1);
  EXPECT_DOUBLE_EQ(Likeness(WordsOf("Forum on ports"), WordsOf("Forum on sea")),
                   0.5);
  EXPECT_DOUBLE_EQ(Likeness(WordsOf("3rd"), WordsOf("3rd")), 0);
}

TEST(TitleWords, ParenthesesCountOnlyWhenTheyHelp) {
  EXPECT_DOUBLE_EQ(Likeness(WordsOf("Expert meeting (with guests of honour)"),
                            WordsOf("Expert meeting in spring")),
                   1);
  EXPECT_DOUBLE_EQ(Likeness(WordsOf("Annual meetings (experts, ministers)"),
                            WordsOf("Meeting of experts")),
                   1);
}

TEST(TitleWords, OrdinalsDifferOnlyWhenBothHaveSome) {
  EXPECT_TRUE(OrdinalsDiffer(WordsOf("2nd forum"), WordsOf("Third forum")));
  EXPECT_FALSE(OrdinalsDiffer(WordsOf("2nd forum"), WordsOf("forum")));
  EXPECT_FALSE(OrdinalsDiffer(WordsOf("II forum"), WordsOf("Second forum")));
}

}  // namespace
}  // namespace compendium
