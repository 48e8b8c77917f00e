// SPDX-License-Identifier: Apache-2.0
#include "cli/text/coverage_text.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

reporting::v1::Coverage Sample() {
  reporting::v1::Coverage coverage;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        framework: "sdg"
        framework_version: "2015"
        claim_count: 4
        unclaimed_codes: "1"
        nodes {
          code: "10.7"
          title: "Orderly and safe migration"
          level: NODE_LEVEL_TARGET
          cells {
            mechanism: "mechanisms/almaty-process"
            claims {
              question_id: "2C"
              strength: CLAIM_STRENGTH_EXPLICIT
              evidence { quote: "supports target 10.7" }
            }
            claims { question_id: "2C" strength: CLAIM_STRENGTH_EXPLICIT }
            claims { question_id: "3A" strength: CLAIM_STRENGTH_IMPLICIT }
          }
          cells {
            mechanism: "mechanisms/midsa"
            claims { question_id: "3A" strength: CLAIM_STRENGTH_POSSIBLE }
          }
        }
        mechanisms {
          mechanism: "mechanisms/almaty-process"
          verdict: COVERAGE_VERDICT_CLAIMED
          claim_count: 3
          questions {
            question_id: "2C"
            verdict: COVERAGE_VERDICT_CLAIMED
            claim_count: 2
          }
          questions {
            question_id: "3A"
            verdict: COVERAGE_VERDICT_CLAIMED
            claim_count: 1
          }
        }
        mechanisms {
          mechanism: "mechanisms/igc"
          verdict: COVERAGE_VERDICT_ANSWERED_NONE
          questions { question_id: "2C" verdict: COVERAGE_VERDICT_NO_ANSWER }
          questions {
            question_id: "3A"
            verdict: COVERAGE_VERDICT_ANSWERED_NONE
          }
        })pb",
      &coverage));
  return coverage;
}

TEST(CoverageText, NodesNameTheirMechanismsWithQuestionAndStrength) {
  const std::string text = CoverageText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("10.7   Orderly and safe migration    "
                              "Almaty\u00a02Cx2\u00a03A~, MIDSA\u00a03A?\n"));
  EXPECT_THAT(text, HasSubstr("4 claims to 1 target of sdg 2015; "
                              "1 claimed by nobody.\n"));
}

TEST(CoverageText, EveryMechanismHasAVerdict) {
  const std::string text = CoverageText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("Almaty     claimed              3  "
                              "2C 2 claims, 3A 1 claim\n"));
  EXPECT_THAT(text, HasSubstr("IGC        answered: none       0  "
                              "2C no answer, 3A none\n"));
}

// The words for a question that holds no claim but was answered.
std::string WordsOf(registry::v1::AnswerState state) {
  reporting::v1::Coverage coverage = Sample();
  reporting::v1::QuestionCoverage& question =
      *coverage.mutable_mechanisms(1)->mutable_questions(1);
  question.set_state(state);
  const std::string text = CoverageText(coverage, {}, {.width = 80});
  const std::string begin = "2C no answer, 3A ";
  const size_t at = text.find(begin) + begin.size();
  return text.substr(at, text.find('\n', at) - at);
}

TEST(CoverageText, AQuestionWithoutClaimsSaysHowItWasAnswered) {
  EXPECT_EQ(WordsOf(registry::v1::ANSWER_STATE_ANSWERED), "none");
  EXPECT_EQ(WordsOf(registry::v1::ANSWER_STATE_NEGATIVE_STATEMENT),
            "negative statement");
  EXPECT_EQ(WordsOf(registry::v1::ANSWER_STATE_NOT_APPLICABLE),
            "not applicable");
  EXPECT_EQ(WordsOf(registry::v1::ANSWER_STATE_NOTHING_TO_REPORT),
            "nothing to report");
}

TEST(CoverageText, AReferenceElsewhereIsNotNone) {
  reporting::v1::Coverage coverage = Sample();
  reporting::v1::MechanismCoverage& mechanism = *coverage.mutable_mechanisms(1);
  mechanism.set_verdict(reporting::v1::COVERAGE_VERDICT_REFERS_ELSEWHERE);
  mechanism.mutable_questions(1)->set_verdict(
      reporting::v1::COVERAGE_VERDICT_REFERS_ELSEWHERE);

  EXPECT_THAT(CoverageText(coverage, {}, {.width = 80}),
              HasSubstr("IGC        refers elsewhere       0  "
                        "2C no answer, 3A refers elsewhere\n"));
}

// The closing words of a coverage with nodes of these levels.
std::string CountOf(const std::string& framework,
                    const std::vector<reporting::v1::NodeLevel>& levels) {
  reporting::v1::Coverage coverage;
  coverage.set_framework(framework);
  coverage.set_framework_version("2018");
  for (const reporting::v1::NodeLevel level : levels)
    coverage.add_nodes()->set_level(level);
  return CoverageText(coverage, {}, {.width = 80});
}

TEST(CoverageText, NodesAreCountedByTheLevelsOfTheirFramework) {
  using reporting::v1::NODE_LEVEL_GOAL;
  using reporting::v1::NODE_LEVEL_OBJECTIVE;
  using reporting::v1::NODE_LEVEL_TARGET;

  EXPECT_THAT(
      CountOf("sdg", {NODE_LEVEL_GOAL, NODE_LEVEL_TARGET, NODE_LEVEL_TARGET}),
      HasSubstr("0 claims to 1 goal and 2 targets of sdg 2018;"));
  EXPECT_THAT(CountOf("iom-core", {NODE_LEVEL_TARGET, NODE_LEVEL_TARGET}),
              HasSubstr("0 claims to 2 targets of iom-core 2018;"));
  EXPECT_THAT(CountOf("gcm", {NODE_LEVEL_OBJECTIVE}),
              HasSubstr("0 claims to 1 objective of gcm 2018;"));
  EXPECT_THAT(CountOf("gcm", {}), HasSubstr("0 claims to no node of gcm"));
}

TEST(CoverageText, QuotesFollowWhenAskedFor) {
  EXPECT_THAT(CoverageText(Sample(), {}, {.width = 80}),
              Not(HasSubstr("supports target")));
  EXPECT_THAT(CoverageText(Sample(), {}, {.width = 80, .evidence = true}),
              HasSubstr("       Almaty 2C: \"supports target 10.7\"\n"));
}

}  // namespace
}  // namespace compendium
