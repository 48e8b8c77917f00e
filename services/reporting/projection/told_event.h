// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/resource_name.h"
#include "services/reporting/projection/event_links.h"
#include "services/reporting/projection/meeting_title.h"
#include "services/reporting/projection/questionnaire_shelf.h"

namespace compendium::reporting {

// One event as one questionnaire tells it: all of its mentions with the same
// event_key, or a single mention without, unless people said otherwise. What is
// derived here depends on the questionnaire and on the links of its round
// alone. Immutable once it is read.
struct ToldEvent {
  Contribution questionnaire;  // keeps the mentions alive
  std::vector<int> mentions;   // positions in its meetings; at least one
  std::string mechanism_id;
  std::string round_id;
  std::string key;  // as CalendarEvent.key

  // What people said of its mentions (EventLinks::Mention): the sets that they
  // belong to, and the links that split them from others; both sorted. Null,
  // and both empty, when nobody said anything.
  EventLinksLink links;
  std::vector<int> sets;
  std::vector<int> splits;

  // The most precise date of the mentions; absent when no day is known at
  // either end.
  std::optional<EdtfDate> date;

  // Whether it may be the same as an event of another questionnaire: its
  // country is stated and its date is of a month or finer, with both ends, at
  // most kComparedDaysMax apart.
  bool comparable = false;

  // What other questionnaires' events are compared with; only when comparable.
  std::string country_code;
  absl::CivilDay first_day;
  absl::CivilDay last_day;
  bool day_known = false;  // the date is of a day or finer
  std::string city;        // folded; empty when not stated
  Titles titles;           // each once

  const registry::v1::Meeting& mention(size_t i) const {
    return questionnaire->record.meetings(mentions[i]);
  }
};

// Whether people joined mentions of both.
bool AreJoined(const ToldEvent& a, const ToldEvent& b);

// Whether people split them.
bool AreSplit(const ToldEvent& a, const ToldEvent& b);

// The events that the questionnaire tells of, by the position of their first
// mention. `links` are those of its round; null when there are none.
std::vector<ToldEvent> ReadToldEvents(const QuestionnaireName& name,
                                      const Contribution& questionnaire,
                                      const EventLinksLink& links);

// The date of a mention; absent when it has none that can be read.
std::optional<EdtfDate> DateOf(const registry::v1::Meeting& meeting);

// How precise a date is: less is more precise. Days come before months, closed
// intervals before open ones, certain dates before others.
int CoarsenessOf(const EdtfDate& date);

// A city's name for comparison: its usual English name where that is known,
// with case and accents folded.
std::string CityKey(const std::string& city);

}  // namespace compendium::reporting
