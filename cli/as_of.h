// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <variant>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/status_macros.h"
#include "lib/request/as_of.h"
#include "lib/request/timestamp.h"

namespace compendium {

// What --as-of takes, for the help of a command.
inline constexpr char kAsOfHelp[] =
    "The state of a past revision, of the end of a day (YYYY-MM-DD, UTC) or of "
    "a time (RFC 3339)";

// Reads the option's text (lib/request/as_of.h). A wrong command line
// (exit_code.h) that names `option` for what is none.
absl::StatusOr<AsOf> ReadAsOf(absl::string_view text,
                              absl::string_view option = "--as-of");

// Puts it into a request to the reporting service; nothing when it is empty.
template <class Request>
absl::Status SetAsOf(absl::string_view text, Request& request) {
  if (text.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const AsOf as_of, ReadAsOf(text));
  if (const auto* revision = std::get_if<int64_t>(&as_of)) {
    request.set_as_of_revision(*revision);
    return absl::OkStatus();
  }
  SetTimestamp(std::get<absl::Time>(as_of), *request.mutable_as_of_time());
  return absl::OkStatus();
}

}  // namespace compendium
