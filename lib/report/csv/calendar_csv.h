// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "compendium/reporting/v1/calendar.pb.h"
#include "lib/csv/csv_writer.h"

namespace compendium {

// A calendar as CSV (lib/csv), a row for each source of each event, in the
// order of the answer: only the sources have the words that an event rests on.
// The rows with source 1 are each event once.
//   event_key          the same in all rows of an event
//   source             1 for its first source, 2 for the next
//   source_count       how many it has
//   event_title, event_date (EDTF), event_earliest_day, event_latest_day,
//   event_city, event_country_code, event_level, event_status
//                      what the event is, as the fullest or most precise of
//                      its sources says; level and status in words
//   meeting_count      how many meetings the event stands for
//   disagreements      in what its sources differ, in words with "; " between
//                      them
//   mechanism, round   ids of who tells of it and when
//   title, date_as_written, date (EDTF), earliest_day, latest_day, city,
//   country_code, place_as_written, level, status
//                      what this source says; empty where it does not
//   question, quote    the words behind it
//   origin             who put it there, in a word
//   computed_at_revision
std::string CalendarCsv(const reporting::v1::Calendar& calendar,
                        int64_t computed_at_revision,
                        CsvText text = CsvText::kGuarded);

}  // namespace compendium
