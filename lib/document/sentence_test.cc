// SPDX-License-Identifier: Apache-2.0
#include "lib/document/sentence.h"

#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(Sentence, CutSentenceContinues) {
  EXPECT_TRUE(ContinuesSentence("the budget was", "approved"));
  EXPECT_TRUE(ContinuesSentence("the Annual", "Conference"));
  EXPECT_TRUE(ContinuesSentence("hosted by Peru", "(Lima)"));
  EXPECT_TRUE(ContinuesSentence("by approx.", "ten"));
}

TEST(Sentence, CutDateContinues) {
  EXPECT_TRUE(ContinuesSentence("to be held on", "15"));
  EXPECT_TRUE(ContinuesSentence("in Quito,", "18"));
  EXPECT_TRUE(ContinuesSentence("from 16 –", "17"));
  EXPECT_TRUE(ContinuesSentence("planned for March", "2018"));
  EXPECT_TRUE(ContinuesSentence("planned for March", "2018,"));
}

TEST(Sentence, FinishedSentenceDoesNotContinue) {
  EXPECT_FALSE(ContinuesSentence("All agreed.", "Later"));
  EXPECT_FALSE(ContinuesSentence("Was it “agreed?”", "Later"));
  EXPECT_FALSE(ContinuesSentence("They decided:", "to meet"));
  EXPECT_FALSE(ContinuesSentence("the report;", "the plan"));
}

TEST(Sentence, NewEntryDoesNotContinue) {
  EXPECT_FALSE(ContinuesSentence("Board meeting XY", "18"));
  EXPECT_FALSE(ContinuesSentence("skills and work,", "b)"));
  EXPECT_FALSE(ContinuesSentence("Lima, May 2018", "Planned:"));
}

TEST(Sentence, ItemNumberKeepsItsText) {
  EXPECT_TRUE(ContinuesSentence("themes: a) skills; b)", "Work"));
}

}  // namespace
}  // namespace compendium
