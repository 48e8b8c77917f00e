// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "cli/text/short_name.h"
#include "compendium/reporting/v1/calendar.pb.h"

namespace compendium {

// A calendar as a table for people, `width` columns wide. Where the sources of
// an event differ, a line under it says what each of them says.
std::string CalendarText(const reporting::v1::Calendar& calendar,
                         const ShortNames& names, size_t width);

// When a meeting is, in words: the date, else what the source wrote, else
// "no date".
std::string MeetingDateWords(const registry::v1::UncertainDate& date);

// What kind of meeting, in a word or two; empty when not known.
std::string LevelWords(registry::v1::MeetingLevel level);

// Where: "Jakarta, Indonesia", with the country's code in place of a long
// name; empty when nothing is known.
std::string PlaceWords(absl::string_view city, absl::string_view country_code);

}  // namespace compendium
