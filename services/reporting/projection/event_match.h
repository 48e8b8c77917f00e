// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "compendium/reporting/v1/calendar.pb.h"
#include "services/reporting/projection/event_merge.h"

namespace compendium::reporting {

// Gives each source of `event` but the first the reason why it belongs to it.
// The sources are the mentions of `group`, in its order. People's word comes
// first, with a confidence of 100; then what extraction found within one
// questionnaire; between questionnaires the likeness with the told event that
// it fits best: 80 to 99 where both cities and days are known, else 60 to 79. A
// source without a match is one that only its questionnaire's event_key joins.
void SetMatches(const EventGroup& group, v1::CalendarEvent& event);

}  // namespace compendium::reporting
