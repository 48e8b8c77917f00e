// SPDX-License-Identifier: Apache-2.0
// The project's only source of time, so that tests can own it.
#pragma once

#include "absl/time/time.h"
#include "lib/base/mutex.h"

namespace compendium::base {

// Tells the time and waits. All methods may be called from any thread.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;

  // Waits on `cv` (with `mu` held) until it is notified or `timeout` of this
  // clock has passed, whichever is first; may wake without cause.
  virtual void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu) = 0;
};

// The machine's clock.
class RealClock final : public Clock {
 public:
  absl::Time Now() const override;
  void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) override
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu);
};

// A clock that moves only when told to. A wait returns at once, after moving
// the clock by the whole timeout: simulated programs never sleep.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time start) : now_(start) {}
  absl::Time Now() const override;
  void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) override
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu);
  void Advance(absl::Duration duration);

 private:
  mutable Mutex mu_;
  absl::Time now_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::base
