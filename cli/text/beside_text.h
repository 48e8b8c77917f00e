// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// Appends `text` behind a beginning, wrapped beside it, each line ended.
// `width` columns wide in all, which leaves the text at least 2. Printable.
void AppendBeside(const std::string& begin, absl::string_view text,
                  size_t width, std::string& out);

}  // namespace compendium
