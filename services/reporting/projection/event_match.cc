// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_match.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

using registry::v1::EventMatch;

constexpr int kSureFrom = 80;    // same city, days known
constexpr int kLikelyFrom = 60;  // one of these is open
constexpr int kSpan = 19;        // from alike to equal titles

EventMatch PeoplesWord(const ToldEvent& told, int set) {
  EventMatch match;
  match.set_reason(told.links->ReasonOf(set));
  match.set_confidence_percent(100);
  return match;
}

// Of two told events of different questionnaires, which score that much.
EventMatch LikenessMatch(const ToldEvent& told, const ToldEvent& other,
                         int score) {
  const bool cities_known = !told.city.empty() && !other.city.empty();
  const bool days_known = told.day_known && other.day_known;
  const int from = cities_known && days_known ? kSureFrom : kLikelyFrom;
  EventMatch match;
  match.set_confidence_percent(from +
                               kSpan * (score - kAlike) / (kSame - kAlike));
  match.set_reason(absl::StrCat(
      cities_known ? "same city" : "same country",
      days_known ? ", days in common" : ", possible days in common",
      score == kSame ? ", one title within the other" : ", alike titles"));
  return match;
}

// Why the first mention of group[position] stands here; empty when it fits only
// through others of its group.
EventMatch MatchOf(const EventGroup& group, size_t position) {
  const ToldEvent& told = *group[position];
  EventMatch best;
  for (size_t i = 0; i < group.size(); ++i) {
    const ToldEvent& other = *group[i];
    if (i == position) continue;
    if (AreJoined(told, other)) {
      for (const int set : told.sets)
        if (std::binary_search(other.sets.begin(), other.sets.end(), set))
          return PeoplesWord(told, set);
    }
    const int score = SameEventScore(told, other);
    if (score == 0) continue;
    EventMatch match = LikenessMatch(told, other, score);
    if (match.confidence_percent() > best.confidence_percent())
      best = std::move(match);
  }
  return best;
}

// The set of people's that joined the mention to an earlier one of its told
// event; -1 when none did.
int SetOf(const ToldEvent& told, size_t mention) {
  if (told.links == nullptr) return -1;
  const auto set_of = [&](size_t i) {
    const auto* said =
        told.links->Find(told.mechanism_id, told.mention(i).id());
    return said == nullptr ? -1 : said->set;
  };
  const int set = set_of(mention);
  for (size_t i = 0; i < mention && set >= 0; ++i)
    if (set_of(i) == set) return set;
  return -1;
}

}  // namespace

void SetMatches(const EventGroup& group, v1::CalendarEvent& event) {
  int source = 0;
  for (size_t position = 0; position < group.size(); ++position) {
    const ToldEvent& told = *group[position];
    for (size_t i = 0; i < told.mentions.size(); ++i, ++source) {
      CHECK(source < event.sources_size());
      EventMatch match;
      if (const int set = SetOf(told, i); set >= 0) {
        match = PeoplesWord(told, set);
      } else if (i > 0) {
        match = told.mention(i).event_match();
      } else if (position > 0) {
        match = MatchOf(group, position);
      }
      if (match.confidence_percent() > 0)
        *event.mutable_sources(source)->mutable_match() = std::move(match);
    }
  }
}

}  // namespace compendium::reporting
