// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/calendar_event.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "services/reporting/projection/event_match.h"

namespace compendium::reporting {
namespace {

using registry::v1::Meeting;
using registry::v1::MeetingStatus;

using Mentions = std::vector<const Meeting*>;

bool HasDay(const EdtfDate& date) {
  return date.search_from_day().is_day() || date.search_to_day().is_day();
}

void SetTitle(const Mentions& mentions, v1::CalendarEvent& event) {
  for (const Meeting* meeting : mentions)
    if (meeting->title().size() > event.title().size())
      event.set_title(meeting->title());
}

std::optional<EdtfDate> SetDate(const Mentions& mentions,
                                v1::CalendarEvent& event) {
  std::optional<EdtfDate> best;
  for (const Meeting* meeting : mentions) {
    std::optional<EdtfDate> date = DateOf(*meeting);
    const bool better =
        date.has_value() &&
        (!best.has_value() || CoarsenessOf(*date) < CoarsenessOf(*best));
    if (better) {
      best = std::move(date);
      *event.mutable_date() = meeting->date();
    } else if (!event.has_date() && meeting->has_date()) {
      *event.mutable_date() = meeting->date();  // words without a date
    }
  }
  if (best.has_value() && !HasDay(*best)) best.reset();
  return best;
}

void SetPlace(const Mentions& mentions, v1::CalendarEvent& event) {
  for (const Meeting* meeting : mentions) {
    if (meeting->city().empty()) continue;
    event.set_city(meeting->city());
    event.set_country_code(meeting->country_code());
    break;
  }
  for (const Meeting* meeting : mentions) {
    if (!event.country_code().empty()) break;
    event.set_country_code(meeting->country_code());
  }
}

void SetLevel(const Mentions& mentions, v1::CalendarEvent& event) {
  for (const Meeting* meeting : mentions) {
    const auto level = meeting->level();
    const bool known = level != registry::v1::MEETING_LEVEL_UNSPECIFIED;
    const bool says_more = level != registry::v1::MEETING_LEVEL_OTHER;
    const bool first = event.level() == registry::v1::MEETING_LEVEL_UNSPECIFIED;
    if (known && (first || says_more)) event.set_level(level);
    if (known && says_more) return;
  }
}

// Which status wins: the higher.
int RankOf(MeetingStatus status) {
  switch (status) {
    case registry::v1::MEETING_STATUS_HELD:
      return 4;
    case registry::v1::MEETING_STATUS_POSTPONED:
      return 3;
    case registry::v1::MEETING_STATUS_PLANNED:
      return 2;
    case registry::v1::MEETING_STATUS_TENTATIVE:
      return 1;
    default:
      return 0;
  }
}

void SetStatus(const Mentions& mentions, v1::CalendarEvent& event) {
  for (const Meeting* meeting : mentions)
    if (RankOf(meeting->status()) > RankOf(event.status()))
      event.set_status(meeting->status());
}

bool DatesDisagree(const EdtfDate& a, const EdtfDate& b) {
  const DayBound a_from = a.search_from_day(), a_to = a.search_to_day();
  const DayBound b_from = b.search_from_day(), b_to = b.search_to_day();
  if (a_to.is_day() && b_from.is_day() && a_to.day() < b_from.day())
    return true;
  if (b_to.is_day() && a_from.is_day() && b_to.day() < a_from.day())
    return true;
  const bool both_days = a.precision() <= EdtfPrecision::kDay &&
                         b.precision() <= EdtfPrecision::kDay;
  return both_days && !(a_from == b_from && a_to == b_to);
}

bool AnyDatesDisagree(const Mentions& mentions) {
  std::vector<EdtfDate> dates;
  for (const Meeting* meeting : mentions) {
    std::optional<EdtfDate> date = DateOf(*meeting);
    if (!date.has_value()) continue;
    for (const EdtfDate& other : dates)
      if (DatesDisagree(*date, other)) return true;
    dates.push_back(*std::move(date));
  }
  return false;
}

void SetDisagreements(const Mentions& mentions, v1::CalendarEvent& event) {
  std::set<std::string> cities, countries;
  std::set<MeetingStatus> statuses;
  for (const Meeting* meeting : mentions) {
    if (!meeting->city().empty()) cities.insert(CityKey(meeting->city()));
    if (!meeting->country_code().empty())
      countries.insert(meeting->country_code());
    if (meeting->status() != registry::v1::MEETING_STATUS_UNSPECIFIED)
      statuses.insert(meeting->status());
  }
  if (AnyDatesDisagree(mentions))
    event.add_disagreements(v1::DISAGREEMENT_DATE);
  if (cities.size() > 1 || countries.size() > 1)
    event.add_disagreements(v1::DISAGREEMENT_PLACE);
  if (statuses.size() > 1) event.add_disagreements(v1::DISAGREEMENT_STATUS);
}

void SetCount(const Mentions& mentions, v1::CalendarEvent& event) {
  int count = 1;
  for (const Meeting* meeting : mentions)
    count = std::max(count, meeting->event_count());
  event.set_count(count);
}

void SetSources(const EventGroup& group, v1::CalendarEvent& event) {
  event.set_key(group[0]->key);
  for (const ToldEvent* told : group) {
    const std::string mechanism = "mechanisms/" + told->mechanism_id;
    const int last = event.mechanisms_size() - 1;
    if (last < 0 || event.mechanisms(last) != mechanism)
      event.add_mechanisms(mechanism);
    for (size_t i = 0; i < told->mentions.size(); ++i) {
      v1::EventSource& source = *event.add_sources();
      source.set_questionnaire(told->questionnaire->record.name());
      source.set_meeting_index(told->mentions[i]);
      *source.mutable_meeting() = told->mention(i);
    }
  }
  SetMatches(group, event);
}

}  // namespace

DatedEvent MakeEvent(const EventGroup& group) {
  Mentions mentions;
  for (const ToldEvent* told : group)
    for (size_t i = 0; i < told->mentions.size(); ++i)
      mentions.push_back(&told->mention(i));

  DatedEvent made;
  SetSources(group, made.event);
  SetTitle(mentions, made.event);
  SetCount(mentions, made.event);
  made.date = SetDate(mentions, made.event);
  SetPlace(mentions, made.event);
  SetLevel(mentions, made.event);
  SetStatus(mentions, made.event);
  SetDisagreements(mentions, made.event);
  return made;
}

}  // namespace compendium::reporting
