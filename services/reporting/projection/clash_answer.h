// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/clashes.pb.h"
#include "lib/domain/country.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/directory.h"
#include "services/reporting/projection/meeting_calendar.h"
#include "services/reporting/projection/participation.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// Which clashes are asked for.
struct ClashQuery {
  // Events of this round; clashes with an event of this mechanism.
  Selection selection = {};
  std::optional<CountryCode> country = std::nullopt;  // of this State
  DayFilter days = {};
  bool certain_only = false;
  bool with_observers = false;
};

// The clashes, as clashes.proto defines them: computed from the events of the
// calendar and the participants of the questionnaires that tell of them.
// NOT_FOUND when the directory has not that round or mechanism;
// RESOURCE_EXHAUSTED with reason ANSWER_TOO_LARGE when more than kMentionsMax
// mentions or kComparedPairsMax pairs would be compared, or the answer would
// have more than kClashesMax or kAnswerBytesMax.
absl::StatusOr<v1::Clashes> AnswerClashes(const Directory& directory,
                                          const MeetingCalendar& calendar,
                                          const Participation& participation,
                                          const ClashQuery& query);

}  // namespace compendium::reporting
