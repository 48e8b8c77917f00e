// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
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

// A participant as a document names it: with code and kind if it is known, as
// a member.
registry::v1::Participant MakeParticipant(const std::string& name);

// Sets the profile of a mechanism from the title and lists of its
// questionnaire; what is known of the mechanism adds to it.
void FillMechanism(ParsedQuestionnaire& parsed);

}  // namespace compendium
