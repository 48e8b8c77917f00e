// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/goal_name.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

bool Is(absl::string_view words, int goal) {
  const AnswerText answer(words);
  return IsGoalName(answer, 0, answer.tokens().size(), goal);
}

TEST(GoalName, NameMustBeThatOfTheGoal) {
  EXPECT_TRUE(Is("Climate Action (panel 3)", 13));
  EXPECT_TRUE(Is("Peace, justice and strong institutions", 16));
  EXPECT_TRUE(Is("Peace and Justice/Strong Institutions", 16));
  EXPECT_TRUE(Is("Partnerships for the goals", 17));
  EXPECT_TRUE(Is("REDUCED INEQUALITIES", 10));
  EXPECT_FALSE(Is("Climate Action", 12));
  EXPECT_FALSE(Is("Climate", 13));
  EXPECT_FALSE(Is("On climate action", 13));
  EXPECT_FALSE(Is("Climate Action", 18));
}

TEST(GoalName, LostLigaturesMakeNoDifference) {
  EXPECT_TRUE(Is("Climate Acon", 13));
  EXPECT_TRUE(Is("Climate Ac\u019Fon", 13));
  EXPECT_TRUE(Is("Climate Ac on (panel 3)", 13));
  EXPECT_TRUE(Is("Quality Educaon", 4));
  EXPECT_TRUE(Is("Sustainable cies and communies", 11));
  EXPECT_FALSE(Is("Climate Acorn", 13));
  EXPECT_FALSE(Is("Climate and air", 13));
}

}  // namespace
}  // namespace compendium
