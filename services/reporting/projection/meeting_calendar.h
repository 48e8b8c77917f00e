// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "services/reporting/projection/id_map.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"
#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// The meetings of one questionnaire and the events they make. Immutable.
struct CalendarContribution {
  Contribution questionnaire;
  std::vector<ToldEvent> told_events;  // by their first mention
};
using CalendarLink = std::shared_ptr<const CalendarContribution>;

// What the questionnaires of one round tell. Immutable; any thread may read it.
class CalendarRound {
 public:
  explicit CalendarRound(IdMap<CalendarLink> contributions)
      : contributions_(std::move(contributions)) {}

  // By mechanism id; not empty.
  const IdMap<CalendarLink>& contributions() const { return contributions_; }

  // The comparable told events of the bucket; valid as long as the round. The
  // first call on an object sorts all events of the round.
  absl::Span<const ToldEvent* const> Comparable(EventBucket bucket) const;

 private:
  void SortComparable() const;

  const IdMap<CalendarLink> contributions_;

  // Made by the first reader: a round that is written a hundred times and read
  // once is sorted once.
  mutable std::once_flag sorted_;
  mutable std::vector<const ToldEvent*> comparable_;  // by bucket
};

// The projection behind the meeting calendar: what each questionnaire with
// meetings tells. A value; copies share their content.
//
// A change replaces the contribution of one questionnaire and nothing else.
// Which told events are one event is found when it is asked (event_merge.h),
// bucket by bucket; rounds that have not changed since keep their order.
struct MeetingCalendar {
  IdMap<std::shared_ptr<const CalendarRound>> rounds;  // by round id
};

// The calendar after a change.
MeetingCalendar Apply(MeetingCalendar calendar, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const MeetingCalendar& calendar, SavedRecordVisitor visit);

}  // namespace compendium::reporting
