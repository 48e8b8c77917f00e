// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::http {

// What `text`, a part of a URI, stands for: %HH (RFC 3986 §2.1) and, where
// `plus_is_blank`, "+" as forms write it. INVALID_ARGUMENT for a "%" without
// two hexadecimal digits and for a character that a URI cannot have.
absl::StatusOr<std::string> PercentDecode(absl::string_view text,
                                          bool plus_is_blank);

// `text` with everything but RFC 3986's unreserved characters as %HH.
std::string PercentEncode(absl::string_view text);

}  // namespace compendium::http
