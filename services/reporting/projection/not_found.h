// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "lib/request/error_details.h"

namespace compendium::reporting {

// NOT_FOUND for a request whose `field` names a record that is not there.
inline absl::Status NotFound(absl::string_view field, absl::string_view name) {
  return ErrorWithReason(
      absl::StatusCode::kNotFound, "RECORD_NOT_FOUND",
      absl::StrCat(field, ": got ", name, ", want a record that exists"),
      {{"name", std::string(name)}});
}

}  // namespace compendium::reporting
