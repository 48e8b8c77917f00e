// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// The names in a list such as "A, B, the C and D (of E, F)", in order and as
// written. Splits at commas (at semicolons, if there are any) outside of
// parentheses, and at "and" where that separates two names; never inside a
// name that LookUpParticipant knows ("Bosnia and Herzegovina"). What is no
// known name stays whole. `list` is one line without markup. Linear.
std::vector<std::string> SplitParticipants(absl::string_view list);

}  // namespace compendium
