// SPDX-License-Identifier: Apache-2.0
// In which encoding bytes are. Pure functions; any thread.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium {

// Whether the bytes begin with the byte order mark of UTF-16, of either order.
bool HasUtf16Mark(absl::string_view bytes);

// UTF-16 with a byte order mark as UTF-8 without one. kInvalidArgument, with
// the place, when it is cut off or holds half of a surrogate pair.
absl::StatusOr<std::string> FromUtf16(absl::string_view bytes);

// Which encoding bytes that are not UTF-8 look like: "UTF-16", "UTF-32",
// "Windows-1252" or "ISO-8859-1", or "no text" for what no encoding explains. A
// guess, for messages: several fit most texts, so nothing is converted by it.
std::string GuessEncoding(absl::string_view bytes);

}  // namespace compendium
