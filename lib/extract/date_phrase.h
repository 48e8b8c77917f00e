// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "lib/extract/date_days.h"
#include "lib/extract/token.h"

namespace compendium {

// One end of a date; 0 is what was not written.
struct DatePoint {
  int year = 0;
  int season = 0;  // EDTF's numbers, 21 and above; then no month
  int month = 0;
  int day = 0;
};

// How much of a date was written.
enum class DateDetail { kYear, kSeason, kMonth, kDay };

// A date as records have it, and the days that it may mean, if it has any.
struct DateMeaning {
  std::string edtf;
  std::optional<DateDays> days;
};

// A date as the text words it, with its year still open where none is written.
struct DatePhrase {
  TokenRange range;  // the words of the date, a "(tbc)" behind it included
  DatePoint from;
  DatePoint to;           // equal to `from` unless it is an interval
  std::vector<int> days;  // two or more days of one month that do not follow
                          // each other; else empty
  bool is_interval = false;
  bool approximate = false;  // "early", "mid", "end of"
  bool uncertain = false;    // "(tbc)", "tentatively"

  DateDetail detail() const;
  bool has_year() const { return from.year != 0; }

  // Whether it is too long for a meeting: more than a month by days, more than
  // two neighbouring months, or a span of years. Such are projects' durations.
  bool is_period() const;

  // What the phrase means, `year` standing in where none is written. Nothing
  // when there is no such day, as on 30 February.
  std::optional<DateMeaning> Meaning(int year) const;

  // Its EDTF alone.
  std::optional<std::string> ToEdtf(int year) const;
};

// Dates that follow one another; most sentences have one.
using DatePhrases = absl::InlinedVector<DatePhrase, 1>;

// The dates in a range of tokens, in order, none overlapping. Phrases that have
// no month, such as "2016", are among them; a month alone only where the words
// around it make it a date ("in May", "May (tbc)"). Linear.
DatePhrases FindDates(const std::vector<Token>& tokens, TokenRange range);

}  // namespace compendium
