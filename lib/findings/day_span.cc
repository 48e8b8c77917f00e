// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/day_span.h"

#include "lib/domain/edtf_date.h"

namespace compendium {
namespace {

// The longest span that still tells more than a year.
constexpr int kDaysMax = 300;

}  // namespace

std::optional<DaySpan> SpanOf(absl::string_view edtf) {
  if (edtf.empty()) return std::nullopt;
  const auto date = EdtfDate::Parse(edtf);
  if (!date.ok() || !date->search_from_day().is_day() ||
      !date->search_to_day().is_day()) {
    return std::nullopt;
  }
  const DaySpan span{date->search_from_day().day(),
                     date->search_to_day().day()};
  if (span.last - span.first > kDaysMax) return std::nullopt;
  return span;
}

bool Disagree(const DaySpan& one, const DaySpan& other) {
  return !one.Contains(other) && !other.Contains(one);
}

}  // namespace compendium
