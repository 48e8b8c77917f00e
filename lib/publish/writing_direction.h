// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// Whether the first letter of `text` that has a direction is Hebrew, Arabic or
// of another script that is written from right to left (Unicode UAX 9, rule
// P2), or a mark says so.
bool IsRightToLeft(absl::string_view text);

}  // namespace compendium
