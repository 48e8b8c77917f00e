// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/strings/string_view.h"
#include "lib/document/compendium_text.h"

namespace compendium {

// Makes the spans of each questionnaire, which count from the start of `text`,
// count from the start of its section, sets its source to the section's size
// and hash, and notes where the sections stand in parsed.document. After that a
// change elsewhere in the document leaves the questionnaire as it was.
//
// A questionnaire's section reaches from its first to its last span. Each must
// have a span; sections must not overlap.
void CountFromSections(absl::string_view text, ParsedDocument& parsed);

}  // namespace compendium
