// SPDX-License-Identifier: Apache-2.0
#include "lib/words/coverage_words.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = reporting::v1;

TEST(CoverageWords, NoAnswerIsNotNone) {
  EXPECT_EQ(CoverageVerdictWords(v1::COVERAGE_VERDICT_ANSWERED_NONE),
            "answered: none");
  EXPECT_EQ(CoverageVerdictWords(v1::COVERAGE_VERDICT_NO_ANSWER), "no answer");
}

TEST(CoverageWords, AnswerWithoutAClaimIsNone) {
  v1::QuestionCoverage question;
  question.set_verdict(v1::COVERAGE_VERDICT_ANSWERED_NONE);
  question.set_state(registry::v1::ANSWER_STATE_ANSWERED);
  EXPECT_EQ(CoverageAnswerWords(question), "none");

  question.set_state(registry::v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_EQ(CoverageAnswerWords(question), "not applicable");

  question.set_verdict(v1::COVERAGE_VERDICT_CLAIMED);
  question.set_claim_count(1);
  EXPECT_EQ(CoverageAnswerWords(question), "1 claim");
}

TEST(CoverageWords, LevelsStandApart) {
  v1::Coverage coverage;
  EXPECT_EQ(ClaimedNodesWords(coverage), "no node");

  coverage.add_nodes()->set_level(v1::NODE_LEVEL_GOAL);
  coverage.add_nodes()->set_level(v1::NODE_LEVEL_TARGET);
  coverage.add_nodes()->set_level(v1::NODE_LEVEL_TARGET);
  EXPECT_EQ(ClaimedNodesWords(coverage), "1 goal and 2 targets");
}

}  // namespace
}  // namespace compendium
