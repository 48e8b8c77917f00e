// SPDX-License-Identifier: Apache-2.0
#include "lib/json/json_output.h"

#include <google/protobuf/util/json_util.h>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

absl::StatusOr<std::string> ToJson(const google::protobuf::Message& message,
                                   bool indented) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = indented;
  std::string text;
  const google::protobuf::util::Status status =
      google::protobuf::util::MessageToJsonString(message, &text, options);
  if (!status.ok())
    return absl::InternalError(absl::StrCat(
        message.GetTypeName(),
        ": got what JSON cannot say: ", status.message().ToString()));
  return text;
}

}  // namespace

absl::StatusOr<std::string> JsonDocument(
    const google::protobuf::Message& message) {
  ASSIGN_OR_RETURN(std::string text, ToJson(message, /*indented=*/true));
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

absl::StatusOr<std::string> JsonText(const google::protobuf::Message& message) {
  return ToJson(message, /*indented=*/false);
}

absl::StatusOr<std::string> JsonLine(const google::protobuf::Message& message) {
  ASSIGN_OR_RETURN(std::string text, JsonText(message));
  return text + '\n';
}

absl::Status PrintJson(const google::protobuf::Message& message,
                       std::ostream& out) {
  ASSIGN_OR_RETURN(const std::string json, JsonDocument(message));
  out << json;
  return absl::OkStatus();
}

}  // namespace compendium
