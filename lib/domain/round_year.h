// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// The year of a round: the four digits that its id begins with, alone or
// before a hyphen. INVALID_ARGUMENT for other ids.
absl::StatusOr<int> RoundYear(absl::string_view round_id);

}  // namespace compendium
