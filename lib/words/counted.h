// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// A number and what it counts: "1 record", "2 records". `noun` is the singular
// of a word whose plural ends in s.
std::string Counted(int64_t count, absl::string_view noun);

}  // namespace compendium
