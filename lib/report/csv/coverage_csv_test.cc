// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/coverage_csv.h"

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

TEST(CoverageCsv, EachClaimIsARow) {
  reporting::v1::Coverage coverage;
  CHECK(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        round: "rounds/2016"
        framework: "sdg"
        framework_version: "2015"
        nodes {
          code: "10.7"
          title: "Safe, orderly migration"
          level: NODE_LEVEL_TARGET
          parent_code: "10"
          cells {
            mechanism: "mechanisms/midsa"
            claims {
              question_id: "2C"
              strength: CLAIM_STRENGTH_IMPLICIT
              origin: ORIGIN_EXTRACTED
              evidence { quote: "SDG 10.7, implicitly" }
            }
            claims { question_id: "3A" }
          }
        }
        unclaimed_codes: "10.c"
        mechanisms { mechanism: "mechanisms/midsa" display_name: "MIDSA" }
      )pb",
      &coverage));

  EXPECT_EQ(CoverageCsv(coverage, 12),
            "round,framework,framework_version,code,title,level,parent_code,"
            "mechanism,mechanism_name,question,strength,origin,quote,"
            "computed_at_revision\r\n"
            "2016,sdg,2015,10.7,\"Safe, orderly migration\",target,10,midsa,"
            "MIDSA,2C,implicit,extracted,\"SDG 10.7, implicitly\",12\r\n"
            "2016,sdg,2015,10.7,\"Safe, orderly migration\",target,10,midsa,"
            "MIDSA,3A,,,,12\r\n");
}

}  // namespace
}  // namespace compendium
