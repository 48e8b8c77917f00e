// SPDX-License-Identifier: Apache-2.0
#include "lib/base/clock.h"

#include <algorithm>
#include <chrono>

#include "absl/time/clock.h"

namespace compendium::base {

absl::Time RealClock::Now() const { return absl::Now(); }

absl::Duration RealClock::Uptime() const {
  return absl::FromChrono(std::chrono::steady_clock::now().time_since_epoch());
}

void RealClock::WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) {
  cv.WaitFor(mu, absl::ToChronoNanoseconds(timeout));
}

absl::Time FakeClock::Now() const {
  MutexLock lock(mu_);
  return now_;
}

absl::Duration FakeClock::Uptime() const {
  MutexLock lock(mu_);
  return uptime_;
}

void FakeClock::WaitFor(CondVar&, Mutex&, absl::Duration timeout) {
  Advance(timeout);
}

void FakeClock::Advance(absl::Duration duration) {
  MutexLock lock(mu_);
  now_ += duration;
  uptime_ += std::max(duration, absl::ZeroDuration());
}

}  // namespace compendium::base
