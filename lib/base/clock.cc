// SPDX-License-Identifier: Apache-2.0
#include "lib/base/clock.h"

#include "absl/time/clock.h"

namespace compendium::base {

absl::Time RealClock::Now() const { return absl::Now(); }

void RealClock::WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) {
  cv.WaitFor(mu, absl::ToChronoNanoseconds(timeout));
}

absl::Time FakeClock::Now() const {
  MutexLock lock(mu_);
  return now_;
}

void FakeClock::WaitFor(CondVar&, Mutex&, absl::Duration timeout) {
  Advance(timeout);
}

void FakeClock::Advance(absl::Duration duration) {
  MutexLock lock(mu_);
  now_ += duration;
}

}  // namespace compendium::base
