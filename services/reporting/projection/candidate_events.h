// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Calls visit(told) with told events of which some may be one event: those that
// the selected questionnaires tell of, with all that may be one event with one
// of them, whoever tells it. What stands in one call may be one event with none
// of another call's. Only what counts is visited: mechanism and round of its
// questionnaire are in the directory. Ends with the first status that is not
// OK.
absl::Status ForEachCandidate(
    const Directory& directory, const MeetingCalendar& calendar,
    const Selection& selection,
    absl::FunctionRef<absl::Status(std::vector<const ToldEvent*>)> visit);

}  // namespace compendium::reporting
