// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace compendium {

// One end of the days that a date may mean. A date does not always have one:
// "since 2016" has no last day, and that is not the same as "2016, end not
// known". The four kinds keep these apart, because readers must see them apart.
// An immutable value; any thread may use it.
class DayBound {
 public:
  enum class Kind {
    kDay,      // day() is the bound
    kOpen,     // goes on: written ".."
    kUnknown,  // there is one, nobody said which: written as an empty end
    kNone,     // the standard gives no days: the seasons 21 to 32
  };

  // Nothing is said: kNone.
  DayBound() = default;

  static DayBound Day(absl::CivilDay day) { return {Kind::kDay, day}; }
  static DayBound Open() { return {Kind::kOpen, absl::CivilDay()}; }
  static DayBound Unknown() { return {Kind::kUnknown, absl::CivilDay()}; }

  Kind kind() const { return kind_; }
  bool is_day() const { return kind_ == Kind::kDay; }

  // The day in the proleptic Gregorian calendar, where year 0 precedes year 1.
  // Calling it on another kind than kDay is a programmer's error.
  absl::CivilDay day() const;

  // "2016-02-29", with a minus sign before years below 0; "open", "unknown";
  // the empty text for kNone.
  std::string ToString() const;

  friend bool operator==(const DayBound& a, const DayBound& b) {
    return a.kind_ == b.kind_ && a.day_ == b.day_;
  }

 private:
  DayBound(Kind kind, absl::CivilDay day) : kind_(kind), day_(day) {}

  Kind kind_ = Kind::kNone;
  absl::CivilDay day_;
};

// `day` as ISO 8601 writes it: yyyy-mm-dd, or -yyyy-mm-dd before year 0.
std::string IsoDay(absl::CivilDay day);

// The day that yyyy-mm-dd means, of the years 0000 to 9999; none for any other
// text and for a day that the calendar does not have.
std::optional<absl::CivilDay> ParseIsoDay(absl::string_view text);

}  // namespace compendium
