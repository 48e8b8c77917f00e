// SPDX-License-Identifier: Apache-2.0
// Takes the text of a round file apart without reading the records in it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// A value at the top of a round file, or an item of a list there.
struct RoundFilePart {
  std::string field;       // "round", "mechanisms", "questionnaires"
  std::string path;        // for messages: "mechanisms[3]"
  absl::string_view text;  // the value alone, from "{" to "}" where it is one
  size_t line = 1;         // in which it begins
  size_t column = 1;       // in bytes, from 1
};

// The parts of JSON text, which is checked as a whole. kInvalidArgument, as
// "line N: got …", when it is not JSON, not an object, or has a member twice.
absl::StatusOr<std::vector<RoundFilePart>> JsonParts(absl::string_view text);

// The parts of text in protobuf's text format; what is in them is not checked.
absl::StatusOr<std::vector<RoundFilePart>> TextprotoParts(
    absl::string_view text);

}  // namespace compendium
