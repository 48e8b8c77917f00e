// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "absl/time/time.h"

namespace compendium::base {

// Exponential delays with jitter between attempts, so that many clients of a
// restarted server do not all come back at once. Not thread-safe.
class Backoff {
 public:
  struct Options {
    absl::Duration first = absl::Milliseconds(50);
    absl::Duration longest = absl::Seconds(5);
    uint64_t seed = 1;
  };

  explicit Backoff(const Options& options);

  // The delay before the next attempt: doubles from `first` to `longest`, each
  // time drawn from [half of it, all of it].
  absl::Duration Next();

  // Starts from `first` again; call it after an attempt has worked.
  void Reset();

 private:
  const Options options_;
  absl::Duration next_;
  uint64_t random_;
};

}  // namespace compendium::base
