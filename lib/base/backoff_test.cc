// SPDX-License-Identifier: Apache-2.0
#include "lib/base/backoff.h"

#include <gtest/gtest.h>

namespace compendium::base {
namespace {

TEST(Backoff, DoublesUpToTheLongestDelay) {
  Backoff backoff({.first = absl::Milliseconds(100),
                   .longest = absl::Milliseconds(400),
                   .seed = 7});

  for (int bound_ms : {100, 200, 400, 400, 400}) {
    const absl::Duration delay = backoff.Next();
    EXPECT_LE(delay, absl::Milliseconds(bound_ms));
    EXPECT_GE(delay, absl::Milliseconds(bound_ms) / 2);
  }
}

TEST(Backoff, StartsAgainAfterReset) {
  Backoff backoff({.first = absl::Milliseconds(100),
                   .longest = absl::Seconds(10),
                   .seed = 7});
  for (int i = 0; i < 5; ++i) backoff.Next();

  backoff.Reset();

  EXPECT_LE(backoff.Next(), absl::Milliseconds(100));
}

}  // namespace
}  // namespace compendium::base
