// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_answer.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/calendar_event.h"
#include "services/reporting/projection/event_merge.h"
#include "services/reporting/projection/not_found.h"

namespace compendium::reporting {
namespace {

bool Selects(const CalendarQuery& query, const ToldEvent& told) {
  if (query.round.has_value() && told.round_id != query.round->id())
    return false;
  return !query.mechanism.has_value() ||
         told.mechanism_id == query.mechanism->id();
}

bool SelectsDays(const CalendarQuery& query,
                 const std::optional<EdtfDate>& date) {
  if (!query.from_day.has_value() && !query.to_day.has_value()) return true;
  if (!date.has_value()) return false;
  const DayBound first = date->search_from_day();
  const DayBound last = date->search_to_day();
  if (query.from_day.has_value() && last.is_day() &&
      last.day() < *query.from_day)
    return false;
  return !query.to_day.has_value() || !first.is_day() ||
         first.day() <= *query.to_day;
}

// The rounds that the query names.
std::vector<const CalendarRound*> SelectedRounds(
    const MeetingCalendar& calendar, const CalendarQuery& query) {
  std::vector<const CalendarRound*> rounds;
  calendar.rounds.ForEach([&](const std::string& id, const auto& round) {
    if (!query.round.has_value() || id == query.round->id())
      rounds.push_back(round.get());
  });
  return rounds;
}

// The told events to which the events of the answer belong, and perhaps more.
// RESOURCE_EXHAUSTED when it is too much for one answer.
absl::StatusOr<std::vector<const ToldEvent*>> SelectedEvents(
    const MeetingCalendar& calendar, const CalendarQuery& query) {
  // The date of an event is that of one of its told events, which may be in a
  // questionnaire that is not selected.
  const bool all = !query.round.has_value() && !query.mechanism.has_value();
  std::vector<const ToldEvent*> selected;
  const auto add = [&](const CalendarLink& link) {
    for (const ToldEvent& told : link->told_events)
      if (!all || SelectsDays(query, told.date)) selected.push_back(&told);
  };
  for (const CalendarRound* round : SelectedRounds(calendar, query)) {
    if (!query.mechanism.has_value()) {
      round->contributions().ForEach(
          [&](const std::string&, const CalendarLink& link) { add(link); });
    } else if (const CalendarLink* link =
                   round->contributions().Find(query.mechanism->id())) {
      add(*link);
    }
    if (selected.size() > kSelectedEventsMax)
      return ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "ANSWER_TOO_LARGE",
          absl::StrCat("calendar: got more than ", kSelectedEventsMax,
                       " events, want a narrower round, mechanism or time"));
  }
  return selected;
}

// Collects events from told events.
class CalendarBuilder {
 public:
  CalendarBuilder(const Directory& directory, const CalendarQuery& query)
      : directory_(directory), query_(query) {}

  bool Counts(const ToldEvent& told) const {
    return directory_.Holds(told.mechanism_id, told.round_id);
  }

  // Takes an event that is told once.
  void AddSingle(const ToldEvent& told) {
    if (Counts(told)) AddEvent({&told});
  }

  // Takes all comparable told events of a bucket.
  void AddBucket(std::vector<const ToldEvent*> told) {
    std::erase_if(told, [this](const auto* event) { return !Counts(*event); });
    for (const EventGroup& group : GroupEvents(std::move(told)))
      AddEvent(group);
  }

  // The events in order; call it once, at the end.
  v1::Calendar Take() {
    std::sort(events_.begin(), events_.end(), ComesBefore);
    v1::Calendar calendar;
    for (DatedEvent& event : events_)
      *calendar.add_events() = std::move(event.event);
    return calendar;
  }

 private:
  // By first day, last day (an open end after all) and key; undated ones last.
  static bool ComesBefore(const DatedEvent& a, const DatedEvent& b) {
    const auto key = [](const DatedEvent& event) {
      absl::CivilDay first = absl::CivilDay::max();
      absl::CivilDay last = absl::CivilDay::max();
      if (event.date.has_value()) {
        const DayBound from = event.date->search_from_day();
        const DayBound to = event.date->search_to_day();
        if (to.is_day()) last = to.day();
        first = from.is_day() ? from.day() : last;
      }
      return std::tuple(!event.date.has_value(), first, last);
    };
    const auto a_key = key(a);
    const auto b_key = key(b);
    if (a_key != b_key) return a_key < b_key;
    return a.event.key() < b.event.key();
  }

  void AddEvent(const EventGroup& group) {
    const auto selects = [this](const ToldEvent* told) {
      return Selects(query_, *told);
    };
    if (std::none_of(group.begin(), group.end(), selects)) return;
    DatedEvent event = MakeEvent(group);
    if (SelectsDays(query_, event.date)) events_.push_back(std::move(event));
  }

  const Directory& directory_;
  const CalendarQuery& query_;
  std::vector<DatedEvent> events_;
};

}  // namespace

absl::StatusOr<v1::Calendar> AnswerCalendar(const Directory& directory,
                                            const MeetingCalendar& calendar,
                                            const CalendarQuery& query) {
  if (query.round.has_value() &&
      directory.rounds.Find(query.round->id()) == nullptr)
    return NotFound("round", query.round->ToString());
  if (query.mechanism.has_value() &&
      directory.mechanisms.Find(query.mechanism->id()) == nullptr)
    return NotFound("mechanism", query.mechanism->ToString());

  // The selected events, and of all other rounds what may be the same.
  ASSIGN_OR_RETURN(const std::vector<const ToldEvent*> selected,
                   SelectedEvents(calendar, query));
  CalendarBuilder builder(directory, query);
  std::set<EventBucket> buckets;
  for (const ToldEvent* told : selected) {
    if (told->comparable) {
      buckets.insert(told->bucket);
    } else {
      builder.AddSingle(*told);
    }
  }
  for (const EventBucket bucket : buckets) {
    std::vector<const ToldEvent*> comparable;
    calendar.rounds.ForEach([&](const std::string&, const auto& round) {
      const auto of_round = round->Comparable(bucket);
      comparable.insert(comparable.end(), of_round.begin(), of_round.end());
    });
    builder.AddBucket(std::move(comparable));
  }
  return builder.Take();
}

}  // namespace compendium::reporting
