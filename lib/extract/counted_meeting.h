// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/extract/meeting_mention.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// How many events `count` meetings are whose noun stands at `noun`: of "two
// meetings for each of the six groups" twelve. At most kEventCountMax.
int EventCount(const AnswerText& answer, int count, size_t noun, size_t last);

// Whether some of the counted meetings are told one by one: a mention of that
// level and year, or of any level where the number tells none. Then the number
// says no more than they do and is no mention of its own, or the same meetings
// would be counted twice.
bool IsTold(const MeetingCount& counted,
            const std::vector<MeetingMention>& mentions);

}  // namespace compendium
