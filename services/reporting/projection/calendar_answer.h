// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/calendar.pb.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Which events are asked for.
struct CalendarQuery {
  Selection selection = {};  // whose questionnaires tell of the event
  DayFilter days = {};       // on which it may be
};

// The calendar, as calendar.proto defines it. An event is listed with all of
// its sources, also those that the query would not select. An event whose start
// is open is sorted by its last day. NOT_FOUND when the directory has not that
// round or mechanism; RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when the
// answer would have more than kMentionsMax or kAnswerBytesMax.
absl::StatusOr<v1::Calendar> AnswerCalendar(const Directory& directory,
                                            const MeetingCalendar& calendar,
                                            const CalendarQuery& query);

}  // namespace compendium::reporting
