// SPDX-License-Identifier: Apache-2.0
#include "lib/words/coverage_gaps.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = reporting::v1;

v1::Coverage SomeCoverage(const std::string& version) {
  v1::Coverage coverage;
  coverage.set_framework("sdg");
  coverage.set_framework_version(version);
  coverage.add_nodes()->set_code("10.7");
  coverage.add_unclaimed_codes("10");
  coverage.add_unclaimed_codes("10.c");
  return coverage;
}

TEST(CoverageGaps, AreTheNodesThatNobodyClaims) {
  const auto gaps = FindGaps(SomeCoverage("2015"));

  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_EQ(gaps[0].code, "10");
  EXPECT_EQ(gaps[0].level, v1::NODE_LEVEL_GOAL);
  EXPECT_EQ(gaps[0].parent_code, "");
  EXPECT_FALSE(gaps[0].title.empty());
  EXPECT_EQ(gaps[1].code, "10.c");
  EXPECT_EQ(gaps[1].level, v1::NODE_LEVEL_TARGET);
  EXPECT_EQ(gaps[1].parent_code, "10");
}

TEST(CoverageGaps, OfAnotherVersionAreCodesAlone) {
  const auto gaps = FindGaps(SomeCoverage("2031"));

  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_EQ(gaps[1].code, "10.c");
  EXPECT_EQ(gaps[1].title, "");
  EXPECT_EQ(gaps[1].level, v1::NODE_LEVEL_UNSPECIFIED);
}

TEST(CoverageGaps, OfAnUnknownFrameworkAreCodesAlone) {
  v1::Coverage coverage = SomeCoverage("2015");
  coverage.set_framework("agenda");

  const auto gaps = FindGaps(coverage);

  ASSERT_EQ(gaps.size(), 2u);
  EXPECT_EQ(gaps[0].title, "");
}

}  // namespace
}  // namespace compendium
