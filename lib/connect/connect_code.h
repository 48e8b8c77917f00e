// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium::connect {

// What the Connect protocol calls an error's code, such as "not_found". Not for
// OK.
absl::string_view CodeName(absl::StatusCode code);

// The HTTP status of an error that is the response to a unary call.
int HttpStatusOf(absl::StatusCode code);

}  // namespace compendium::connect
