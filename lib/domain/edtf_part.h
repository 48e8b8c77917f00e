// SPDX-License-Identifier: Apache-2.0
// One date inside an EDTF string:
//
//   part      = season / date
//   season    = year "-" ( "21" … "41" )         ; year without X
//   date      = component [ "-" component [ "-" component ] ]
//   component = [q] value [q]                    ; year, month, day
//   value     = 2 or 4 of ( DIGIT / "X" )        ; the year: [ "-" ] and 4
//   q         = "?" / "~" / "%"
//
// A q after a component speaks of it and of all to its left, a q before it of
// this one alone. X and q in one date are refused: the standard does not say
// what they mean together, and libraries disagree.
#pragma once

#include <array>
#include <cstddef>

#include "absl/status/statusor.h"
#include "lib/domain/edtf_scanner.h"

namespace compendium {

// How fine a date is: the finest unit that is written out in digits, with all
// units above it; so "2016-11-XX" and "2016-11" are both of a month. Ordered
// from fine to coarse.
enum class EdtfPrecision {
  kSecond,
  kDay,
  kMonth,
  kSeason,  // also quarters, thirds and halves of a year
  kYear,
  kDecade,
  kCentury,
  kCoarser,
};

// What one part says. An X stands for a digit that is not given; a missing
// month or day is "XX", since it may be any.
struct EdtfPart {
  bool negative = false;  // the year has a minus sign
  std::array<char, 4> year = {'X', 'X', 'X', 'X'};
  std::array<char, 2> month = {'X', 'X'};
  std::array<char, 2> day = {'X', 'X'};
  int components = 0;        // 1 year, 2 year and month, 3 all
  int season = 0;            // 21 … 41, else 0
  bool unspecified = false;  // an X was written
  bool uncertain = false;    // a "?" or "%"
  bool approximate = false;  // a "~" or "%"
  int level = 0;             // of EDTF, as a value of its own
  size_t begin = 0;          // byte positions in the string
  size_t end = 0;
};

// Reads one part and leaves the cursor behind it. Fails with kUnimplemented
// for long years and significant digits, else with kInvalidArgument, also
// when no day of the calendar matches.
absl::StatusOr<EdtfPart> ReadEdtfPart(EdtfScanner& scanner);

EdtfPrecision PrecisionOf(const EdtfPart& part);

}  // namespace compendium
