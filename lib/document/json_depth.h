// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"

namespace compendium {

// Whether brackets in a JSON text nest deeper than `depth_max`: asked before a
// recursive reader sees it, whose stack it could exhaust. Looks at nothing
// else, and any bytes will do. Linear.
bool IsDeeperThan(absl::string_view json, int depth_max);

}  // namespace compendium
