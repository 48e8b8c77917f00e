// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/strings/string_view.h"

namespace compendium::http {

// A weight (RFC 9110 §12.4.2) in thousandths: 0 to 1 with at most three digits
// after the point. Absent for anything else.
std::optional<int> ParseWeight(absl::string_view text);

}  // namespace compendium::http
