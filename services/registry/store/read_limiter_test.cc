// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/read_limiter.h"

#include <gtest/gtest.h>

#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

TEST(ReadLimiter, FirstItemAlwaysFits) {
  ReadLimiter limiter({.count_max = 0, .bytes_max = 0});

  EXPECT_FALSE(limiter.full());
  EXPECT_TRUE(limiter.Take(1000));
  EXPECT_TRUE(limiter.full());
  EXPECT_FALSE(limiter.Take(0));
}

TEST(ReadLimiter, CountsItems) {
  ReadLimiter limiter({.count_max = 2, .bytes_max = 100});

  EXPECT_TRUE(limiter.Take(1));
  EXPECT_FALSE(limiter.full());
  EXPECT_TRUE(limiter.Take(1));
  EXPECT_FALSE(limiter.Take(1));
}

TEST(ReadLimiter, CountsBytes) {
  ReadLimiter limiter({.count_max = 9, .bytes_max = 100});

  EXPECT_TRUE(limiter.Take(60));
  EXPECT_FALSE(limiter.Take(41));
  EXPECT_TRUE(limiter.Take(40));
  EXPECT_TRUE(limiter.full());
}

TEST(CheckRevision, RevisionOutsideIsOutOfRange) {
  EXPECT_TRUE(CheckRevision("r", 1, 1, 3).ok());
  EXPECT_TRUE(CheckRevision("r", 3, 1, 3).ok());
  EXPECT_EQ(CheckRevision("r", 0, 1, 3).code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(ReasonOf(CheckRevision("r", 4, 1, 3)), "REVISION_NOT_WRITTEN");
}

}  // namespace
}  // namespace compendium::registry
