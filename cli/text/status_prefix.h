// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium {

// The error with "prefix: " before its message; code and payloads stay. OK
// stays OK.
absl::Status WithPrefix(absl::string_view prefix, const absl::Status& status);

}  // namespace compendium
