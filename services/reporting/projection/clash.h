// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "compendium/reporting/v1/clashes.pb.h"
#include "services/reporting/projection/clash_days.h"
#include "services/reporting/projection/expected_states.h"

namespace compendium::reporting {

// An event that others may clash with. Borrows the States.
struct ClashCandidate {
  v1::CalendarEvent event;
  EventDays days;  // those that are asked for; some day is possible
  const ExpectedStates* states;
};

// Whether an event comes before another: by first and last possible day, then
// key.
bool BeginsBefore(const ClashCandidate& a, const ClashCandidate& b);

// The clash of two different events; nothing when no day is possible for both
// or no State is expected at both. `first` begins before `second`.
std::optional<v1::Clash> MakeClash(const ClashCandidate& first,
                                   const ClashCandidate& second);

}  // namespace compendium::reporting
