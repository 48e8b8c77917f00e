// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/meeting_mention.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// What a stretch of text says about whether something takes place; UNSPECIFIED
// when it does not say. "Postponed" outweighs "(tbc)", that "planned" or "will
// be", that "held" or "took place". Linear.
registry::v1::MeetingStatus StatusInWords(const AnswerText& answer,
                                          TokenRange range);

// Whether a sentence announces both held and planned meetings ("the implemented
// and planned meetings"), so that its list tells nothing about each. Linear.
bool AnnouncesMixedList(const AnswerText& answer, TokenRange range);

// Settles the statuses that the words beside a meeting leave open, from what
// the rest of the questionnaire says:
//   - another mention of the same event was held;
//   - "two workshops were held", and there are exactly two;
//   - it lies before a meeting that was held, or before the first one that is
//     still ahead: held; not before the first one ahead, or in a later year
//     than the round: planned.
// A date before today means nothing. `event_key` must be set.
void InferStatuses(int round_year, const std::vector<MeetingCount>& counts,
                   std::vector<MeetingMention>& mentions);

}  // namespace compendium
