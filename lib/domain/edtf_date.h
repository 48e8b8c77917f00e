// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "lib/domain/day_bound.h"
#include "lib/domain/edtf_grammar.h"

namespace compendium {

// What the text said about a date besides the date.
enum class EdtfQualifier {
  kNone,
  kUncertain,    // "?": to be confirmed
  kApproximate,  // "~": early, mid, about
  kBoth,         // "%"
};

// A date as precise as the source was: a day, a month, a season, an interval,
// one of several days …, written in EDTF (the grammar is in edtf_grammar.h).
// The string is kept as it was written; the days that it may mean are derived.
// An immutable value; any thread may use it.
class EdtfDate {
 public:
  // Far above the longest interval, and room for some twenty days in a list;
  // what is longer is not a date but text in the wrong field.
  static constexpr size_t kTextSizeMax = 256;

  // Fails with a one-line message that names the byte:
  //   kInvalidArgument    not EDTF, or no such day; spellings of old drafts
  //                       are told what replaced them
  //   kUnimplemented      EDTF, but with a long year (Y), an exponent or a
  //                       number of significant digits (S)
  //   kResourceExhausted  longer than kTextSizeMax
  static absl::StatusOr<EdtfDate> Parse(absl::string_view text);

  // Dates put together by programs. They build the string and parse it, and
  // fail as Parse does: for a year outside -9999 … 9999, an interval of what
  // is not a date, or one that ends before it starts.
  static absl::StatusOr<EdtfDate> Day(
      absl::CivilDay day, EdtfQualifier qualifier = EdtfQualifier::kNone);
  static absl::StatusOr<EdtfDate> Month(
      absl::CivilMonth month, EdtfQualifier qualifier = EdtfQualifier::kNone);
  static absl::StatusOr<EdtfDate> Year(
      absl::CivilYear year, EdtfQualifier qualifier = EdtfQualifier::kNone);
  static absl::StatusOr<EdtfDate> Interval(const EdtfDate& start,
                                           const EdtfDate& end);
  // From `start` on, without end.
  static absl::StatusOr<EdtfDate> OpenInterval(const EdtfDate& start);

  const std::string& ToString() const { return text_; }

  EdtfKind kind() const { return meaning_.kind; }

  // The lowest level of EDTF (0, 1 or 2) that has this string.
  int level() const { return meaning_.level; }

  // Of several dates, the coarsest.
  EdtfPrecision precision() const { return meaning_.precision; }

  // Whether any part of it carries "?" or "%", and "~" or "%".
  bool is_uncertain() const { return meaning_.uncertain; }
  bool is_approximate() const { return meaning_.approximate; }

  // The strict bounds, both inclusive: each X is any digit, qualifiers are
  // ignored. kNone for the seasons 21 to 32, to which the standard gives no
  // days. Where both are days, earliest_day() <= latest_day().
  DayBound earliest_day() const { return meaning_.earliest; }
  DayBound latest_day() const { return meaning_.latest; }

  // As above, but a season without days counts as its whole year: wide enough
  // to find it, never to be shown as its date.
  DayBound search_from_day() const { return meaning_.search_earliest; }
  DayBound search_to_day() const { return meaning_.search_latest; }

  // Equal when written alike. Ordered by the search bounds (an open start is
  // first, then an unknown one; an open end is last, after an unknown one),
  // then by the string.
  friend bool operator==(const EdtfDate& a, const EdtfDate& b) {
    return a.text_ == b.text_;
  }
  friend std::strong_ordering operator<=>(const EdtfDate& a, const EdtfDate& b);

  template <typename H>
  friend H AbslHashValue(H state, const EdtfDate& date) {
    return H::combine(std::move(state), date.text_);
  }

 private:
  EdtfDate(std::string text, EdtfMeaning meaning)
      : text_(std::move(text)), meaning_(meaning) {}

  std::string text_;
  EdtfMeaning meaning_;
};

}  // namespace compendium
