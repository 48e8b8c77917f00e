// SPDX-License-Identifier: Apache-2.0
// Meetings and events in words for people.
#pragma once

#include <string>

#include "absl/strings/string_view.h"
#include "compendium/reporting/v1/calendar.pb.h"
#include "lib/words/short_name.h"

namespace compendium {

// When a meeting is: the date, else what the source wrote, else "no date".
std::string MeetingDateWords(const registry::v1::UncertainDate& date);

// What kind of meeting, in a word or two; empty when not known.
std::string LevelWords(registry::v1::MeetingLevel level);

// The same and whether it takes place: "workshop, held".
std::string KindWords(registry::v1::MeetingLevel level,
                      registry::v1::MeetingStatus status);

// Where: "Jakarta, Indonesia", with the country's code in place of a long
// name; empty when nothing is known.
std::string PlaceWords(absl::string_view city, absl::string_view country_code);

// The same with the country's full name, where there is room.
std::string FullPlaceWords(absl::string_view city,
                           absl::string_view country_code);

// What the event is called. One that stands for several meetings says for how
// many.
std::string EventTitleWords(const reporting::v1::CalendarEvent& event);

// In what the event's sources differ, and what each of them says: "date: 14–15
// Nov 2016 (Bali 1, Bali 2); 15–16 Nov 2016 (Bali 2A)".
std::string DisagreementWords(const reporting::v1::CalendarEvent& event,
                              reporting::v1::Disagreement about,
                              const ShortNames& names);

}  // namespace compendium
