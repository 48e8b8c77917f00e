// SPDX-License-Identifier: Apache-2.0
// Used by event_linker only.
#pragma once

#include <vector>

#include "lib/extract/event_kinds.h"
#include "lib/extract/event_sets.h"
#include "lib/extract/meeting_mention.h"

namespace compendium {

// Joins listed mentions with the dated ones that they stand for: "Two meetings
// were held. The first was a regular one" is, of just two dated events of its
// year and level, the earlier. Gives the reason.
void JoinListed(const EventKinds& kinds, EventSets& events,
                std::vector<MeetingMention>& mentions);

}  // namespace compendium
