// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace compendium {

// The days that a date may mean, both inclusive.
struct DaySpan {
  absl::CivilDay first;
  absl::CivilDay last;

  bool Contains(const DaySpan& other) const {
    return first <= other.first && other.last <= last;
  }
};

// The days of an EDTF string that tells more than a year; nothing for whole
// years, open ends and what is no EDTF.
std::optional<DaySpan> SpanOf(absl::string_view edtf);

// Whether two dates cannot both be right: neither lies within the other. A
// month and a day in it agree, and so do a conference and its first day.
bool Disagree(const DaySpan& one, const DaySpan& other);

}  // namespace compendium
