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

  // The wall clock's time: for people and for the log. It may be set back.
  virtual absl::Time Now() const = 0;

  // The time since some moment in the past. Never goes back, whatever happens
  // to the wall clock: for all intervals.
  virtual absl::Duration Uptime() const = 0;

  // Waits on `cv` (with `mu` held) until it is notified or `timeout` of this
  // clock has passed, whichever is first; may wake without cause.
  virtual void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu) = 0;
};

// The machine's clock.
class RealClock final : public Clock {
 public:
  absl::Time Now() const override;
  absl::Duration Uptime() const override;
  void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) override
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu);
};

// A clock that moves only when told to. A wait returns at once, after moving
// the clock by the whole timeout: simulated programs never sleep.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time start) : now_(start) {}
  absl::Time Now() const override;
  absl::Duration Uptime() const override;
  void WaitFor(CondVar& cv, Mutex& mu, absl::Duration timeout) override
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu);

  // Lets `duration` pass; a negative one sets the wall clock back.
  void Advance(absl::Duration duration);

 private:
  mutable Mutex mu_;
  absl::Time now_ ABSL_GUARDED_BY(mu_);
  absl::Duration uptime_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::base
