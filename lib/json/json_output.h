// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include <google/protobuf/message.h>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace compendium {

// A message as one proto3 JSON document, indented, with a newline at the end.
// INTERNAL when it has no JSON form: a server may send a timestamp beyond the
// year 9999 or a text that is not UTF-8.
absl::StatusOr<std::string> JsonDocument(
    const google::protobuf::Message& message);

// The same without a blank or a newline, for the wire.
absl::StatusOr<std::string> JsonText(const google::protobuf::Message& message);

// The same on one line, for streams of documents.
absl::StatusOr<std::string> JsonLine(const google::protobuf::Message& message);

// Writes the document of `message`, or nothing when it has none.
absl::Status PrintJson(const google::protobuf::Message& message,
                       std::ostream& out);

}  // namespace compendium
