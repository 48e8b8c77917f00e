// SPDX-License-Identifier: Apache-2.0
// What two mentions are compared by when they may be about one event. Used by
// event_linker only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lib/extract/event_texts.h"
#include "lib/extract/meeting_mention.h"

namespace compendium {

// Two reports of one event may be a day apart, not more.
inline constexpr int kDaysApartMax = 1;

// A mention, prepared for comparison. What decides most comparisons comes
// first.
struct EventSide {
  int question = 0;  // texts as their numbers in EventTexts
  int city = 0;
  int country = 0;  // the letters of its code, as a number
  registry::v1::MeetingLevel level = registry::v1::MEETING_LEVEL_UNSPECIFIED;
  int64_t first_day = 0;  // counted, so that comparing costs nothing
  int64_t last_day = 0;
  bool has_date = false;
  bool dated = false;  // more than a year
  DateDetail detail = DateDetail::kYear;
  int year = 0;
  int title = 0;
  int place = 0;
  WordNumbers words;  // see NumberedTitle
  WordNumbers plain;
  bool all_plain = false;
  std::vector<int> ordinals;
};

// A mention, as yet without the words of its title.
EventSide SideOf(const MeetingMention& mention, EventTexts& texts);

// Adds the words of its title.
void TakeWords(const EventTexts& texts, EventSide& side);

// Whether the text leaves the level open.
bool IsOpenLevel(registry::v1::MeetingLevel level);

// Whether they cannot be of one event: other days, places, levels, numbers in a
// series, or no date at all.
bool Contradict(const EventSide& one, const EventSide& other);

// How many of its words a title may lack in another one that is alike enough
// for mentions without a day.
size_t MayLack(size_t words);

// The most that Agreement may give.
inline constexpr double kAgreementMax = 3;

// How much speaks for one event; 0 when not enough does. Allocates nothing.
double Agreement(const EventSide& one, const EventSide& other);

// Tells in `mention`, which has no reason yet, why the two are taken for one
// event, and how surely.
void ExplainMatch(const EventSide& one, const EventSide& other,
                  MeetingMention& mention);

}  // namespace compendium
