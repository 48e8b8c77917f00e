// SPDX-License-Identifier: Apache-2.0
#include "lib/report/csv/gaps_csv.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(GapsCsv, EachNodeIsARow) {
  reporting::v1::Coverage coverage;
  coverage.set_round("rounds/2016");
  coverage.set_framework("sdg");
  coverage.set_framework_version("2015");
  coverage.add_unclaimed_codes("10.c");
  coverage.add_unclaimed_codes("99.9");
  constexpr char kHeader[] =
      "round,framework,framework_version,mechanism,level,code,title,"
      "parent_code,computed_at_revision\r\n";

  EXPECT_EQ(GapsCsv(coverage, "", 12),
            std::string(kHeader) +
                "2016,sdg,2015,,target,10.c,"
                "Cheaper remittance transfers for migrants,10,12\r\n"
                "2016,sdg,2015,,,99.9,,,12\r\n");
  EXPECT_EQ(GapsCsv(coverage, "mechanisms/midsa", 12),
            std::string(kHeader) +
                "2016,sdg,2015,midsa,target,10.c,"
                "Cheaper remittance transfers for migrants,10,12\r\n"
                "2016,sdg,2015,midsa,,99.9,,,12\r\n");
}

}  // namespace
}  // namespace compendium
