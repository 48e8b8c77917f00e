// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"

namespace compendium {

// An error for standard error: "compendium: message (CODE)", then one indented
// line for each wrong field and each precondition that did not hold. Ends with
// a newline; printable.
std::string ErrorText(const absl::Status& status);

}  // namespace compendium
