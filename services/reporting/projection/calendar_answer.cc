// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_answer.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/calendar_event.h"
#include "services/reporting/projection/candidate_events.h"
#include "services/reporting/projection/event_merge.h"

namespace compendium::reporting {
namespace {

bool Selects(const Selection& selection, const ToldEvent& told) {
  if (selection.round.has_value() && told.round_id != selection.round->id())
    return false;
  return !selection.mechanism.has_value() ||
         told.mechanism_id == selection.mechanism->id();
}

// Collects events from told events.
class CalendarBuilder {
 public:
  explicit CalendarBuilder(const CalendarQuery& query) : query_(query) {}

  // Takes told events of which some may be one event; none of them may be one
  // with any that are not among them. RESOURCE_EXHAUSTED when the answer grows
  // too large.
  absl::Status Add(std::vector<const ToldEvent*> told) {
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
      return Selects(query_.selection, *event);
    };
    const auto has_day = [this](const ToldEvent* event) {
      return query_.days.MaySelect(event->date);
    };
    return std::any_of(told.begin(), told.end(), has_name) &&
           std::any_of(told.begin(), told.end(), has_day);
  }

  absl::Status AddEvent(const EventGroup& group) {
    if (!MaySelect(group)) return absl::OkStatus();
    DatedEvent event = MakeEvent(group);
    if (!query_.days.MaySelect(event.date)) return absl::OkStatus();
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

  const CalendarQuery& query_;
  size_t mention_count_ = 0;
  AnswerSize size_;
  std::vector<DatedEvent> events_;
};

}  // namespace

absl::StatusOr<v1::Calendar> AnswerCalendar(const Directory& directory,
                                            const MeetingCalendar& calendar,
                                            const CalendarQuery& query) {
  RETURN_IF_ERROR(CheckExists(directory, query.selection));
  CalendarBuilder builder(query);
  RETURN_IF_ERROR(ForEachCandidate(directory, calendar, query.selection,
                                   [&](std::vector<const ToldEvent*> told) {
                                     return builder.Add(std::move(told));
                                   }));
  return builder.Take();
}

}  // namespace compendium::reporting
