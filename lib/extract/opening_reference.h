// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/strings/string_view.h"
#include "lib/extract/meeting_mention.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// A sentence by which something was opened: "two harbour offices have been
// opened". It borrows the answer's text.
struct OpeningReference {
  absl::string_view subject;  // what stands before the verb
  absl::string_view line;     // the whole line, which may tell the place
};

// Those of an answer. They are no mentions, but show that an inauguration took
// place. Linear.
std::vector<OpeningReference> FindOpenings(const AnswerText& answer);

// Sets mentions such as "Inauguration of the harbour office", whose status is
// open, to held when such a sentence has the words behind the "of", and its
// line the city of the mention.
void HoldOpened(const std::vector<OpeningReference>& openings,
                std::vector<MeetingMention>& mentions);

}  // namespace compendium
