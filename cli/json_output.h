// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <google/protobuf/message.h>

namespace compendium {

// A message as one proto3 JSON document, indented, with a newline at the end.
std::string JsonDocument(const google::protobuf::Message& message);

// The same on one line, for streams of documents.
std::string JsonLine(const google::protobuf::Message& message);

}  // namespace compendium
