// SPDX-License-Identifier: Apache-2.0
#include "lib/json/json_input.h"

#include <google/protobuf/util/json_util.h>

#include "absl/strings/str_cat.h"

namespace compendium {

absl::Status ReadJson(absl::string_view text,
                      google::protobuf::Message& message) {
  const google::protobuf::util::Status status =
      google::protobuf::util::JsonStringToMessage({text.data(), text.size()},
                                                  &message);
  if (status.ok()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("got what is no ", message.GetDescriptor()->name(),
                   " in JSON: ", status.message().ToString()));
}

}  // namespace compendium
