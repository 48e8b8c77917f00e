// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "compendium/reporting/v1/calendar.pb.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/meeting_calendar.h"

namespace compendium::reporting {

// Which events are asked for; an absent field does not limit.
struct CalendarQuery {
  std::optional<RoundName> round = std::nullopt;
  std::optional<MechanismName> mechanism = std::nullopt;
  std::optional<absl::CivilDay> from_day = std::nullopt;
  std::optional<absl::CivilDay> to_day = std::nullopt;
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
