// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/connect_code.h"

#include <array>

#include "lib/base/status_macros.h"

namespace compendium::connect {
namespace {

struct Code {
  absl::string_view name;
  int http_status;
};

// By the number that absl and gRPC give a code; the protocol's own table.
constexpr std::array<Code, 17> kCodes = {{
    {"", 200},
    {"canceled", 499},
    {"unknown", 500},
    {"invalid_argument", 400},
    {"deadline_exceeded", 504},
    {"not_found", 404},
    {"already_exists", 409},
    {"permission_denied", 403},
    {"resource_exhausted", 429},
    {"failed_precondition", 400},
    {"aborted", 409},
    {"out_of_range", 400},
    {"unimplemented", 501},
    {"internal", 500},
    {"unavailable", 503},
    {"data_loss", 500},
    {"unauthenticated", 401},
}};

const Code& CodeOf(absl::StatusCode code) {
  const auto number = static_cast<size_t>(code);
  CHECK(number > 0 && number < kCodes.size());
  return kCodes[number];
}

}  // namespace

absl::string_view CodeName(absl::StatusCode code) { return CodeOf(code).name; }

int HttpStatusOf(absl::StatusCode code) { return CodeOf(code).http_status; }

}  // namespace compendium::connect
