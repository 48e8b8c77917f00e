// SPDX-License-Identifier: Apache-2.0
// What two mentions are compared by when they may be about one event. Used by
// event_linker only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "lib/extract/meeting_mention.h"
#include "lib/extract/title_words.h"

namespace compendium {

// Two reports of one event may be a day apart, not more.
inline constexpr int kDaysApartMax = 1;

// Small numbers for texts, so that comparing texts is comparing numbers. The
// empty text is 0.
class TextNumbers {
 public:
  int NumberOf(absl::string_view text);
  // In the order of the numbers.
  std::vector<int> NumbersOf(const std::vector<std::string>& texts);
  // The greatest number given so far.
  int count() const { return static_cast<int>(numbers_.size()); }

 private:
  absl::flat_hash_map<std::string, int> numbers_;
};

// Days, counted, so that comparing them costs nothing.
struct EventDays {
  int64_t first = 0;
  int64_t last = 0;
  int year = 0;  // of the first one
};

// The days that EDTF texts may mean; each text is read once, because the
// mentions of a list repeat their year. It borrows the texts.
class DaysByText {
 public:
  // Nothing when the text is no date with a beginning and an end.
  const std::optional<EventDays>& DaysOf(absl::string_view edtf);

 private:
  absl::flat_hash_map<absl::string_view, std::optional<EventDays>> days_;
};

// A mention, prepared for comparison. What decides most comparisons comes
// first.
struct EventSide {
  int question = 0;
  int city = 0;
  int country = 0;
  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
  int64_t first_day = 0;  // see EventDays
  int64_t last_day = 0;
  bool has_date = false;
  bool dated = false;  // more than a year
  DateDetail detail = DateDetail::kYear;
  int year = 0;
  std::vector<int> words;  // see TitleWords
  std::vector<int> plain;
  bool all_plain = false;  // both lists are the same, as in most titles
  std::vector<int> ordinals;
};

EventSide SideOf(const MeetingMention& mention, TextNumbers& numbers,
                 DaysByText& days);

// Whether the text leaves the level open.
bool IsOpenLevel(registry::v1::MeetingLevel level);

// Whether they cannot be of one event: other days, places, levels, numbers in a
// series, or no date at all.
bool Contradict(const EventSide& one, const EventSide& other);

// How many of its words a title may lack in another one that is alike enough
// for mentions without a day.
size_t MayLack(size_t words);

// How much speaks for one event; 0 when not enough does. Allocates nothing.
double Agreement(const EventSide& one, const EventSide& other);

// Tells in `mention` why the two are taken for one event, and how surely.
void ExplainMatch(const EventSide& one, const EventSide& other,
                  MeetingMention& mention);

}  // namespace compendium
