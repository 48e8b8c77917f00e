// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace compendium {

// Reads one proto3 JSON document into `message`, which must be empty.
// INVALID_ARGUMENT for what is none, is nested too deeply or has a field that
// the message does not have; then the message is of no use.
absl::Status ReadJson(absl::string_view text,
                      google::protobuf::Message& message);

}  // namespace compendium
