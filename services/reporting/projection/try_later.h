// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/request/error_details.h"

namespace compendium::reporting {

// UNAVAILABLE for a caller that got no snapshot; it should leave the worker
// alone for a second.
inline absl::Status TryLater(absl::string_view reason,
                             absl::string_view message) {
  return TryAgainError(reason, message, absl::Seconds(1));
}

// The same while the worker stops.
inline absl::Status StoppingError() {
  return TryLater("DRAINING", "the service is stopping");
}

}  // namespace compendium::reporting
