// SPDX-License-Identifier: Apache-2.0
// EDTF, ISO 8601-2:2019 annex A, as the Library of Congress words it
// (2019-02-04), levels 0 to 2 without long years, exponents and significant
// digits:
//
//   edtf     = part / datetime / interval / set / list
//   datetime = YYYY "-" MM "-" DD "T" hh ":" mm ":" ss [ zone ]
//   zone     = "Z" / ( "+" / "-" ) hh [ ":" mm ]
//   interval = end "/" end                  ; at least one is not empty
//   end      = date / ".." / ""             ; open, unknown
//   set      = "[" items "]"                ; one of these
//   list     = "{" items "}"                ; all of these
//   items    = [ ".." ] item *( "," item ) [ ".." ]
//   item     = date [ ".." date ]
//
// part and date are those of edtf_part.h. Upper-case letters only, no blanks.
// Refused, because the standard is silent and libraries disagree: seasons in
// intervals, sets and lists; an end that lies wholly before its start.
#pragma once

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "lib/domain/day_bound.h"
#include "lib/domain/edtf_part.h"

namespace compendium {

enum class EdtfKind {
  kDate,
  kDatetime,
  kInterval,
  kSeason,  // YYYY-21 … YYYY-41
  kSet,     // one of several dates
  kList,    // all of several dates
};

// All that a valid string says; EdtfDate explains the fields.
struct EdtfMeaning {
  EdtfKind kind = EdtfKind::kDate;
  int level = 0;
  bool uncertain = false;
  bool approximate = false;
  EdtfPrecision precision = EdtfPrecision::kSecond;
  DayBound earliest;
  DayBound latest;
  DayBound search_earliest;
  DayBound search_latest;
};

// Reads a whole string in time linear in its length. Fails as
// EdtfDate::Parse, which limits the length.
absl::StatusOr<EdtfMeaning> ReadEdtf(absl::string_view text);

}  // namespace compendium
