// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/round_year.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

TEST(RoundYear, IsTheBeginningOfTheId) {
  EXPECT_EQ(RoundYear("2016").value_or(0), 2016);
  EXPECT_EQ(RoundYear("2016-extra").value_or(0), 2016);
}

TEST(RoundYear, OtherIdsHaveNone) {
  EXPECT_FALSE(RoundYear("20161").ok());
  EXPECT_FALSE(RoundYear("201").ok());
  EXPECT_FALSE(RoundYear("spring").ok());
  EXPECT_FALSE(RoundYear("").ok());
}

}  // namespace
}  // namespace compendium
