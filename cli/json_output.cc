// SPDX-License-Identifier: Apache-2.0
#include "cli/json_output.h"

#include <google/protobuf/util/json_util.h>

#include "lib/base/status_macros.h"

namespace compendium {
namespace {

std::string ToJson(const google::protobuf::Message& message, bool indented) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = indented;
  std::string text;
  // Fails only for messages that are not in the program.
  CHECK(google::protobuf::util::MessageToJsonString(message, &text, options)
            .ok());
  return text;
}

}  // namespace

std::string JsonDocument(const google::protobuf::Message& message) {
  std::string text = ToJson(message, /*indented=*/true);
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

std::string JsonLine(const google::protobuf::Message& message) {
  return ToJson(message, /*indented=*/false) + '\n';
}

}  // namespace compendium
