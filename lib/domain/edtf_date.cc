// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_date.h"

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

absl::string_view SignOf(EdtfQualifier qualifier) {
  switch (qualifier) {
    case EdtfQualifier::kNone:
      return "";
    case EdtfQualifier::kUncertain:
      return "?";
    case EdtfQualifier::kApproximate:
      return "~";
    case EdtfQualifier::kBoth:
      return "%";
  }
  return "";
}

std::string YearText(absl::civil_year_t year) {
  return absl::StrFormat("%s%04d", year < 0 ? "-" : "", std::abs(year));
}

// Where a bound stands among bounds of its side, before days are compared.
int Rank(const DayBound& bound, bool is_upper) {
  switch (bound.kind()) {
    case DayBound::Kind::kDay:
      return 0;
    case DayBound::Kind::kUnknown:
      return is_upper ? 1 : -1;
    case DayBound::Kind::kOpen:
    case DayBound::Kind::kNone:  // search bounds never are
      return is_upper ? 2 : -2;
  }
  return 0;
}

std::strong_ordering Compare(const DayBound& a, const DayBound& b,
                             bool is_upper) {
  const int rank = Rank(a, is_upper);
  const auto by_rank = rank <=> Rank(b, is_upper);
  if (std::is_neq(by_rank) || rank != 0) return by_rank;
  return a.day() - b.day() <=> 0;
}

}  // namespace

absl::StatusOr<EdtfDate> EdtfDate::Parse(absl::string_view text) {
  if (text.size() > kTextSizeMax) {
    return absl::ResourceExhaustedError(
        absl::StrCat("byte ", kTextSizeMax, ": got ", text.size(),
                     " bytes, want at most ", kTextSizeMax));
  }
  ASSIGN_OR_RETURN(EdtfMeaning meaning, ReadEdtf(text));
  return EdtfDate(absl::StrCat(text), meaning);
}

absl::StatusOr<EdtfDate> EdtfDate::Day(absl::CivilDay day,
                                       EdtfQualifier qualifier) {
  return Parse(absl::StrCat(IsoDay(day), SignOf(qualifier)));
}

absl::StatusOr<EdtfDate> EdtfDate::Month(absl::CivilMonth month,
                                         EdtfQualifier qualifier) {
  return Parse(absl::StrFormat("%s-%02d%s", YearText(month.year()),
                               month.month(), SignOf(qualifier)));
}

absl::StatusOr<EdtfDate> EdtfDate::Year(absl::CivilYear year,
                                        EdtfQualifier qualifier) {
  return Parse(absl::StrCat(YearText(year.year()), SignOf(qualifier)));
}

absl::StatusOr<EdtfDate> EdtfDate::Interval(const EdtfDate& start,
                                            const EdtfDate& end) {
  return Parse(absl::StrCat(start.text_, "/", end.text_));
}

absl::StatusOr<EdtfDate> EdtfDate::OpenInterval(const EdtfDate& start) {
  return Parse(absl::StrCat(start.text_, "/.."));
}

std::strong_ordering operator<=>(const EdtfDate& a, const EdtfDate& b) {
  auto order = Compare(a.search_from_day(), b.search_from_day(), false);
  if (std::is_eq(order)) {
    order = Compare(a.search_to_day(), b.search_to_day(), true);
  }
  return std::is_eq(order) ? a.text_.compare(b.text_) <=> 0 : order;
}

}  // namespace compendium
