// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/time/time.h"

namespace compendium {

// A duration as gRPC's channel arguments take it.
inline int Milliseconds(absl::Duration duration) {
  return static_cast<int>(absl::ToInt64Milliseconds(duration));
}

}  // namespace compendium
