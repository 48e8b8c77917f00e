// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/extract/meeting_mention.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/title_words.h"

namespace compendium {

// The numbered meetings to which an answer's sentences refer as past, in
// questions that do not ask for meetings: "the declaration adopted at the 5th
// Consultation". They are no mentions, but show that the meeting took place.
// Linear.
std::vector<TitleWords> FindHeldReferences(const AnswerText& answer);

// Sets the mentions that such a reference means, and whose status is open, to
// held: their number is the same and their title has its words.
void HoldReferenced(const std::vector<TitleWords>& references,
                    std::vector<MeetingMention>& mentions);

}  // namespace compendium
