// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"

namespace compendium::connect {

// An error as Connect has it: code, message and the google.rpc details, each
// with its type, its bytes in base64 without padding and, for people, itself as
// JSON. Any message becomes valid JSON. Not for OK.
std::string ErrorJson(const absl::Status& error);

// What ends a stream: {} after OK, else {"error": the error}.
std::string EndStreamJson(const absl::Status& status);

}  // namespace compendium::connect
