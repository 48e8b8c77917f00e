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

TEST(FakeClock, UptimeDoesNotGoBackWithTheWallClock) {
  FakeClock clock(absl::FromUnixSeconds(100));

  clock.Advance(-absl::Seconds(60));
  clock.Advance(absl::Seconds(5));

  EXPECT_EQ(clock.Now(), absl::FromUnixSeconds(45));
  EXPECT_EQ(clock.Uptime(), absl::Seconds(5));
}

TEST(RealClock, WaitEndsAfterItsTimeout) {
  RealClock clock;
  Mutex mu;
  CondVar cv;
  const absl::Time before = clock.Now();
  const absl::Duration uptime_before = clock.Uptime();

  {
    MutexLock lock(mu);
    clock.WaitFor(cv, mu, absl::Milliseconds(1));
  }

  EXPECT_GE(clock.Now(), before);
  EXPECT_GE(clock.Uptime(), uptime_before);
}

}  // namespace
}  // namespace compendium::base
