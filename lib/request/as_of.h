// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <variant>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace compendium {

// A past state as people name it: a revision or a time.
using AsOf = std::variant<int64_t, absl::Time>;

// Digits are a revision; a day (YYYY-MM-DD) means its last moment in UTC; a
// time is as RFC 3339 has it. INVALID_ARGUMENT, "got X, want …", for anything
// else.
absl::StatusOr<AsOf> ParseAsOf(absl::string_view text);

}  // namespace compendium
