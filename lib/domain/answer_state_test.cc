// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/answer_state.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace compendium {
namespace {

TEST(AnswerState, TextOfEveryStateIsReadBack) {
  for (const AnswerState state :
       {AnswerState::kAnswered, AnswerState::kNotApplicable,
        AnswerState::kNothingToReport, AnswerState::kBlank,
        AnswerState::kCrossReference, AnswerState::kNegativeStatement}) {
    const auto again = ParseAnswerState(ToString(state));
    ASSERT_TRUE(again.ok()) << ToString(state);
    EXPECT_EQ(*again, state);
  }
}

TEST(AnswerState, NamesAreThoseOfTheRecords) {
  EXPECT_EQ(ToString(AnswerState::kNothingToReport), "nothing_to_report");
  EXPECT_EQ(ToString(AnswerState::kCrossReference), "cross_reference");
}

TEST(AnswerState, OtherTextIsRefused) {
  for (const absl::string_view text : {"", "Answered", "ntr", "blank "}) {
    const auto state = ParseAnswerState(text);
    EXPECT_EQ(state.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(state.status().message()),
                testing::StartsWith("got \""));
  }
}

}  // namespace
}  // namespace compendium
