// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"

namespace compendium {

// Says in `source` what `text` is and, if it was derived, from what.
void SetSource(absl::string_view text, const ParseOptions& options,
               registry::v1::SourceDocument& source);

}  // namespace compendium
