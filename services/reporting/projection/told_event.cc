// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/told_event.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/domain/city.h"
#include "lib/domain/name_key.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

using registry::v1::Meeting;
using registry::v1::Questionnaire;

constexpr int kCoarsest = std::numeric_limits<int>::max();

// The first kComparedTitlesMax different titles of the mentions.
Titles ReadTitles(const ToldEvent& event) {
  Titles titles;
  for (size_t i = 0; i < event.mentions.size(); ++i) {
    TitleWords title = ReadTitle(event.mention(i).title());
    const bool is_new =
        std::find(titles.begin(), titles.end(), title) == titles.end();
    if (is_new) titles.push_back(std::move(title));
    if (titles.size() == kComparedTitlesMax) break;
  }
  return titles;
}

// Fills in what is derived from the mentions: the most precise date, the first
// city and country that any of them gives, and the titles.
void Derive(ToldEvent& event) {
  std::optional<EdtfDate> date;
  int coarseness = kCoarsest;
  absl::string_view city, country_code;
  for (size_t i = 0; i < event.mentions.size(); ++i) {
    const Meeting& meeting = event.mention(i);
    std::optional<EdtfDate> own_date = DateOf(meeting);
    if (own_date.has_value() && CoarsenessOf(*own_date) < coarseness) {
      coarseness = CoarsenessOf(*own_date);
      date = std::move(own_date);
    }
    if (city.empty()) city = meeting.city();
    if (country_code.empty()) country_code = meeting.country_code();
  }
  if (!date.has_value()) return;

  const DayBound from = date->search_from_day();
  const DayBound to = date->search_to_day();
  if (!from.is_day() && !to.is_day()) return;
  event.date = date;
  if (country_code.empty() || !from.is_day() || !to.is_day() ||
      date->precision() > EdtfPrecision::kMonth ||
      to.day() - from.day() > kComparedDaysMax)
    return;
  event.comparable = true;
  event.country_code = std::string(country_code);
  event.day_known = date->precision() <= EdtfPrecision::kDay;
  event.first_day = from.day();
  event.last_day = to.day();
  event.city = CityKey(std::string(city));
  event.titles = ReadTitles(event);
}

std::string KeyOf(const QuestionnaireName& name, const Meeting& meeting,
                  int index) {
  // No name holds "#" or "@", so a key of one form is never one of the other.
  if (meeting.event_key().empty())
    return absl::StrCat(name.ToString(), "@", index);
  return absl::StrCat(name.ToString(), "#", meeting.event_key());
}

}  // namespace

std::vector<ToldEvent> ReadToldEvents(const QuestionnaireName& name,
                                      const Contribution& questionnaire) {
  std::vector<ToldEvent> events;
  std::map<std::string, size_t> index_by_key;
  const Questionnaire& record = questionnaire->record;
  for (int i = 0; i < record.meetings_size(); ++i) {
    std::string key = KeyOf(name, record.meetings(i), i);
    const auto [place, added] = index_by_key.emplace(key, events.size());
    if (added) {
      ToldEvent& event = events.emplace_back();
      event.questionnaire = questionnaire;
      event.mechanism_id = name.mechanism().id();
      event.round_id = name.round().id();
      event.key = std::move(key);
    }
    events[place->second].mentions.push_back(i);
  }
  for (ToldEvent& event : events) Derive(event);
  return events;
}

std::optional<EdtfDate> DateOf(const Meeting& meeting) {
  if (meeting.date().edtf().empty()) return std::nullopt;
  absl::StatusOr<EdtfDate> date = EdtfDate::Parse(meeting.date().edtf());
  if (!date.ok()) return std::nullopt;
  return *std::move(date);
}

int CoarsenessOf(const EdtfDate& date) {
  const bool closed =
      date.earliest_day().is_day() && date.latest_day().is_day();
  const bool certain = !date.is_uncertain() && !date.is_approximate();
  return static_cast<int>(date.precision()) * 4 + (closed ? 0 : 2) +
         (certain ? 0 : 1);
}

std::string CityKey(const std::string& city) {
  if (city.empty()) return "";
  const std::optional<City> known = FindCity(city);
  return NameKey(known.has_value() ? known->name : city);
}

}  // namespace compendium::reporting
