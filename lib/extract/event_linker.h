// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/extract/meeting_mention.h"

namespace compendium {

// Finds which mentions of one questionnaire are about one event and gives them
// one event_key, made from the first of them; a mention that stands alone keeps
// an empty one. Two mentions are one event when they stand in answers to
// different questions, nothing speaks against it (another place, level or
// number in a series), and
//   - their days meet or follow each other, and titles or levels agree, or
//   - one has only a year and their titles agree.
// The best pairs join first, and an event has at most one mention per question.
// An edition of the mechanism without a day ("2016 MIDSA") is the only dated
// event of its year, if there is only one. Mentions of a level that the text
// leaves open take that of their event. At most kMeetingsMax mentions; those
// that differ in nothing that counts are compared once.
void LinkEvents(std::vector<MeetingMention>& mentions);

}  // namespace compendium
