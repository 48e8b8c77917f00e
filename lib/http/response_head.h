// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "absl/time/time.h"
#include "lib/http/message.h"

namespace compendium::http {

// How a response travels on its connection.
struct Travel {
  absl::Time now;
  bool keep_alive = true;
  std::optional<size_t> length = std::nullopt;  // of the body, when it is known
  bool chunked = false;                         // the body, when it is not
};

// Status line and header fields, with the empty line after them. Line ends in
// what the response says become blanks: no value makes another field.
std::string ResponseHead(const Response& response, const Travel& travel);

}  // namespace compendium::http
