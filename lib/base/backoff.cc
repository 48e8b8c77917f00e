// SPDX-License-Identifier: Apache-2.0
#include "lib/base/backoff.h"

#include <algorithm>

namespace compendium::base {

Backoff::Backoff(const Options& options)
    : options_(options), next_(options.first), random_(options.seed) {}

absl::Duration Backoff::Next() {
  // Knuth's MMIX generator: quality is irrelevant here, repeatability is not.
  random_ = random_ * 6364136223846793005u + 1442695040888963407u;
  const double share =
      0.5 + 0.5 * static_cast<double>(random_ >> 11) / (1ull << 53);
  const absl::Duration delay = next_ * share;
  next_ = std::min(next_ * 2, options_.longest);
  return delay;
}

void Backoff::Reset() { next_ = options_.first; }

}  // namespace compendium::base
