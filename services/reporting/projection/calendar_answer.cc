// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_answer.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/calendar_event.h"
#include "services/reporting/projection/event_merge.h"
#include "services/reporting/projection/event_runs.h"
#include "services/reporting/projection/joined_events.h"
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

// Calls visit(told) for each told event to which an event of the answer may
// belong.
template <class Visit>
void ForEachSelected(const MeetingCalendar& calendar,
                     const CalendarQuery& query, Visit visit) {
  const auto of_link = [&](const CalendarLink& link) {
    for (const ToldEvent& told : link->told_events) visit(told);
  };
  const auto of_round = [&](const IdMap<CalendarLink>& round) {
    if (!query.mechanism.has_value()) {
      round.ForEach(
          [&](const std::string&, const CalendarLink& link) { of_link(link); });
    } else if (const CalendarLink* link = round.Find(query.mechanism->id())) {
      of_link(*link);
    }
  };
  if (!query.round.has_value()) {
    calendar.contributions.ForEachRound(of_round);
  } else if (const auto* round = calendar.contributions.Round(*query.round)) {
    of_round(*round);
  }
}

// Collects events from told events.
class CalendarBuilder {
 public:
  CalendarBuilder(const Directory& directory, const CalendarQuery& query)
      : directory_(directory), query_(query) {}

  bool Counts(const ToldEvent& told) const {
    return directory_.Holds(told.mechanism_id, told.round_id);
  }

  // Takes told events of which some may be one event; none of them may be one
  // with any that are not among them. RESOURCE_EXHAUSTED when the answer grows
  // too large.
  absl::Status Add(std::vector<const ToldEvent*> told) {
    std::erase_if(told, [this](const auto* event) { return !Counts(*event); });
    if (!MaySelect(told)) return absl::OkStatus();
    for (const EventGroup& group : GroupEvents(std::move(told)))
      RETURN_IF_ERROR(AddEvent(group));
    return absl::OkStatus();
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

  // Whether an event of some of these may be in the answer. Its date is that of
  // one of its told events.
  bool MaySelect(const std::vector<const ToldEvent*>& told) const {
    const auto has_name = [this](const ToldEvent* event) {
      return Selects(query_, *event);
    };
    const auto has_day = [this](const ToldEvent* event) {
      return SelectsDays(query_, event->date);
    };
    return std::any_of(told.begin(), told.end(), has_name) &&
           std::any_of(told.begin(), told.end(), has_day);
  }

  absl::Status AddEvent(const EventGroup& group) {
    if (!MaySelect(group)) return absl::OkStatus();
    DatedEvent event = MakeEvent(group);
    if (!SelectsDays(query_, event.date)) return absl::OkStatus();
    mention_count_ += static_cast<size_t>(event.event.sources_size());
    if (mention_count_ > kMentionsMax)
      return TooLarge(kMentionsMax, "mentions of events");
    if (!size_.Add(event.event)) return TooLarge(kAnswerBytesMax, "bytes");
    events_.push_back(std::move(event));
    return absl::OkStatus();
  }

  static absl::Status TooLarge(size_t count_max, absl::string_view things) {
    return AnswerTooLarge("calendar", count_max, things,
                          "a narrower round, mechanism or time");
  }

  const Directory& directory_;
  const CalendarQuery& query_;
  size_t mention_count_ = 0;
  AnswerSize size_;
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

  CalendarBuilder builder(directory, query);
  std::vector<const ToldEvent*> comparable, others;
  ForEachSelected(calendar, query, [&](const ToldEvent& told) {
    (told.comparable ? comparable : others).push_back(&told);
  });

  // What may be the same as a selected event is in its run, whoever tells it,
  // or people joined it.
  JoinedEvents joined(calendar);
  std::sort(comparable.begin(), comparable.end(),
            [](auto* a, auto* b) { return EventPlace(*a) < EventPlace(*b); });
  EventRuns runs(calendar.comparable);
  for (const ToldEvent* told : comparable)
    RETURN_IF_ERROR(builder.Add(joined.TakeWith(runs.Take(*told))));
  for (const ToldEvent* told : others)
    RETURN_IF_ERROR(builder.Add(joined.TakeWith({told})));
  return builder.Take();
}

}  // namespace compendium::reporting
