// SPDX-License-Identifier: Apache-2.0
#include "lib/words/completion_words.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = reporting::v1;

TEST(CompletionWords, StatesThatOccurAreListed) {
  v1::CompletionCounts counts;
  counts.set_blank_count(2);
  counts.set_answered_count(1);

  const auto states = CompletionStatesIn(counts);

  ASSERT_EQ(states.size(), 2u);
  EXPECT_EQ(states[0].mark, "yes");
  EXPECT_EQ((counts.*states[0].count)(), 1);
  EXPECT_EQ(states[1].meaning, "left blank");
}

TEST(CompletionWords, AStateOfALaterReleaseIsNotTakenForAnother) {
  EXPECT_EQ(CompletionMark(v1::COMPLETION_STATE_NOT_SHOWN), "(–)");
  EXPECT_EQ(CompletionMark(static_cast<v1::CompletionState>(99)), "?");
  EXPECT_EQ(CompletionMeaning(v1::COMPLETION_STATE_BLANK), "left blank");
}

}  // namespace
}  // namespace compendium
