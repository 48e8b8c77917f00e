// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/document/compendium_text.h"
#include "lib/document/document_line.h"
#include "lib/document/section.h"
#include "lib/document/source_coverage.h"

namespace compendium {

// Reads one section. `index` is the questionnaire's place in the document;
// `owners` gets the owner of each of the section's lines. Names, source and
// spans are left to the caller.
ParsedQuestionnaire ReadQuestionnaire(const std::vector<DocumentLine>& lines,
                                      const Section& section, size_t index,
                                      std::vector<LineOwner>& owners);

}  // namespace compendium
