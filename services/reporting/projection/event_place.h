// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "lib/base/persistent_map.h"
#include "services/reporting/projection/told_event.h"

namespace compendium::reporting {

// Where a comparable told event stands among those of all questionnaires: by
// country, first day, mechanism, round and position. Borrows the event.
class EventPlace {
 public:
  explicit EventPlace(const ToldEvent& told);

  // Before all events of the country that begin on `first_day` or later.
  EventPlace(absl::string_view country_code, absl::CivilDay first_day);

  // Null for a place without an event.
  const ToldEvent* told() const { return told_; }

  // The same in every process.
  uint64_t Hash() const;

  friend bool operator<(const EventPlace& a, const EventPlace& b);

 private:
  uint32_t country_;  // its three letters
  int64_t day_;       // from 1970-01-01
  const ToldEvent* told_ = nullptr;
};

struct EventPlaceHash {
  uint64_t operator()(const EventPlace& place) const { return place.Hash(); }
};

// Comparable told events in order; the key is all there is. A copy borrows the
// same events and is valid as long as they are.
struct NoValue {};
using EventIndex = base::PersistentMap<EventPlace, NoValue, EventPlaceHash>;

}  // namespace compendium::reporting
