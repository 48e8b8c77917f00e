// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/told_event.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/city.h"
#include "lib/domain/name_key.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/date_value.h"

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

// That of the first mention's event_key, unless people split its mentions and
// an earlier one has it.
std::string KeyOf(const QuestionnaireName& name, const ToldEvent& event,
                  absl::flat_hash_set<std::string>& taken) {
  // No name holds "#" or "@", so a key of one form is never one of the other.
  const std::string& event_key = event.mention(0).event_key();
  if (!event_key.empty() && taken.insert(event_key).second)
    return absl::StrCat(name.ToString(), "#", event_key);
  return absl::StrCat(name.ToString(), "@", event.mentions[0]);
}

// The mentions by their event_key, as extraction or a person left it.
std::vector<ToldEvent> KeyedEvents(const Questionnaire& record) {
  std::vector<ToldEvent> events;
  absl::flat_hash_map<std::string, size_t> index_by_key;
  for (int i = 0; i < record.meetings_size(); ++i) {
    const std::string& key = record.meetings(i).event_key();
    size_t index = events.size();
    if (!key.empty()) index = index_by_key.emplace(key, index).first->second;
    if (index == events.size()) events.emplace_back();
    events[index].mentions.push_back(i);
  }
  return events;
}

bool IsNamed(const QuestionnaireName& name, const EventLinksLink& links) {
  return links != nullptr &&
         std::binary_search(links->mechanisms().begin(),
                            links->mechanisms().end(), name.mechanism().id());
}

void InsertAll(const std::vector<int>& from, std::vector<int>& into) {
  into.insert(into.end(), from.begin(), from.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

void Absorb(ToldEvent& event, const ToldEvent& other) {
  InsertAll(other.mentions, event.mentions);
  InsertAll(other.sets, event.sets);
  InsertAll(other.splits, event.splits);
  if (event.links == nullptr) event.links = other.links;
}

// Puts together those of `events` with which `fits` says that they belong to
// `mention`, and the mention with them; those that people split stay apart.
template <class Fits>
void Gather(ToldEvent& mention, std::vector<ToldEvent>& events, Fits fits) {
  for (size_t i = 0; i < events.size();) {
    if (fits(events[i]) && !AreSplit(events[i], mention)) {
      Absorb(mention, events[i]);
      events.erase(events.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

// The mentions by what people said of them, and where they said nothing by
// their event_key. With the square of the mentions, which are few.
std::vector<ToldEvent> LinkedEvents(const QuestionnaireName& name,
                                    const Contribution& questionnaire,
                                    const EventLinksLink& links) {
  const Questionnaire& record = questionnaire->record;
  std::vector<ToldEvent> events;
  for (int i = 0; i < record.meetings_size(); ++i) {
    const Meeting& meeting = record.meetings(i);
    ToldEvent mention;
    mention.questionnaire = questionnaire;
    mention.mentions = {i};
    if (const auto* said = links->Find(name.mechanism().id(), meeting.id())) {
      mention.links = links;
      mention.splits = said->splits;
      if (said->set >= 0) mention.sets = {said->set};
    }
    Gather(mention, events,
           [&](const ToldEvent& event) { return AreJoined(event, mention); });
    if (!meeting.event_key().empty())
      Gather(mention, events, [&](const ToldEvent& event) {
        for (size_t j = 0; j < event.mentions.size(); ++j)
          if (event.mention(j).event_key() == meeting.event_key()) return true;
        return false;
      });
    events.push_back(std::move(mention));
  }
  std::sort(events.begin(), events.end(),
            [](const ToldEvent& a, const ToldEvent& b) {
              return a.mentions[0] < b.mentions[0];
            });
  return events;
}

}  // namespace

bool AreJoined(const ToldEvent& a, const ToldEvent& b) {
  return a.links != nullptr && a.links == b.links && Intersect(a.sets, b.sets);
}

bool AreSplit(const ToldEvent& a, const ToldEvent& b) {
  return a.links != nullptr && a.links == b.links &&
         Intersect(a.splits, b.splits) && !Intersect(a.sets, b.sets);
}

std::vector<ToldEvent> ReadToldEvents(const QuestionnaireName& name,
                                      const Contribution& questionnaire,
                                      const EventLinksLink& links) {
  std::vector<ToldEvent> events = IsNamed(name, links)
                                      ? LinkedEvents(name, questionnaire, links)
                                      : KeyedEvents(questionnaire->record);
  absl::flat_hash_set<std::string> keys;
  for (ToldEvent& event : events) {
    event.questionnaire = questionnaire;
    event.mechanism_id = name.mechanism().id();
    event.round_id = name.round().id();
    event.key = KeyOf(name, event, keys);
    Derive(event);
  }
  return events;
}

std::optional<EdtfDate> DateOf(const Meeting& meeting) {
  return DateValue(meeting.date());
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
