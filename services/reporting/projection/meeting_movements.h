// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compendium/reporting/v1/calendar.pb.h"
#include "compendium/reporting/v1/year_on_year.pb.h"
#include "lib/domain/resource_name.h"

namespace compendium::reporting {

// The events that one mechanism tells of in one round, in the order of the
// calendar.
using ToldEvents = std::vector<v1::CalendarEvent>;

// The same by mechanisms/{mechanism}.
using EventsByMechanism = std::map<std::string, ToldEvents>;

// `calendar` is of the round; its events may have sources of others, which do
// not count.
EventsByMechanism ReadEvents(const v1::Calendar& calendar,
                             const RoundName& round);

// Adds how many meetings of each level one mechanism tells of.
void AddMeetingMovements(const std::string& mechanism, const ToldEvents& base,
                         const ToldEvents& now, v1::YearOnYear& answer);

}  // namespace compendium::reporting
