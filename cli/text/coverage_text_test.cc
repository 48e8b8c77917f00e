// SPDX-License-Identifier: Apache-2.0
#include "cli/text/coverage_text.h"

#include <string>

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
  EXPECT_THAT(text, HasSubstr("4 claims to 0 goals and 1 target of sdg 2015; "
                              "1 claimed by nobody.\n"));
}

TEST(CoverageText, EveryMechanismHasAVerdict) {
  const std::string text = CoverageText(Sample(), {}, {.width = 80});

  EXPECT_THAT(text, HasSubstr("Almaty     claimed              3  "
                              "2C 2 claims, 3A 1 claim\n"));
  EXPECT_THAT(text, HasSubstr("IGC        answered: none       0  "
                              "2C no answer, 3A none\n"));
}

TEST(CoverageText, QuotesFollowWhenAskedFor) {
  EXPECT_THAT(CoverageText(Sample(), {}, {.width = 80}),
              Not(HasSubstr("supports target")));
  EXPECT_THAT(CoverageText(Sample(), {}, {.width = 80, .evidence = true}),
              HasSubstr("       Almaty 2C: \"supports target 10.7\"\n"));
}

}  // namespace
}  // namespace compendium
