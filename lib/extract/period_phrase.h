// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// How long something runs.
struct PeriodPhrase {
  TokenRange range;  // its words
  std::string edtf;  // empty when only a length is told
  bool year_inferred = false;
};

// The value of a label such as "Duration:": all its words are the period's.
// What it asks of them, the first that fits:
//   two dates, or one of several years      2016-02/2017-01
//   a date behind "until", "since"          ../2018, 2015/..
//   a date before "ongoing", "onwards"      2015/..
//   a month or day and a length in months
//   or years ("24 months from May 2016")    2016-05/2018-04
//   a date                                  2016
// Nothing when the words tell neither date nor length. Linear.
std::optional<PeriodPhrase> ReadPeriod(const AnswerText& answer,
                                       TokenRange value, int round_year);

// The first stretch of time inside other words: two dates with "to" or a dash
// between them, or "from 2016 to 2018". Single dates are none. Linear.
std::optional<PeriodPhrase> FindPeriod(const AnswerText& answer,
                                       TokenRange range, int round_year);

}  // namespace compendium
