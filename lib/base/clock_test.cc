// SPDX-License-Identifier: Apache-2.0
#include "lib/base/clock.h"

#include <gtest/gtest.h>

namespace compendium::base {
namespace {

TEST(FakeClock, MovesOnlyWhenTold) {
  FakeClock clock(absl::FromUnixSeconds(100));

  clock.Advance(absl::Seconds(5));

  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(105));
}

TEST(FakeClock, WaitPassesItsWholeTimeout) {
  FakeClock clock(absl::FromUnixSeconds(100));
  Mutex mu;
  CondVar cv;

  {
    MutexLock lock(mu);
    clock.WaitFor(cv, mu, absl::Minutes(1));
  }

  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(160));
}

TEST(RealClock, WaitEndsAfterItsTimeout) {
  RealClock clock;
  Mutex mu;
  CondVar cv;
  const absl::Time before = clock.Now();

  {
    MutexLock lock(mu);
    clock.WaitFor(cv, mu, absl::Milliseconds(1));
  }

  EXPECT_GE(clock.Now(), before);
}

}  // namespace
}  // namespace compendium::base
