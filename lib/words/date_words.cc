// SPDX-License-Identifier: Apache-2.0
// Works on the string, which EdtfDate has found to be valid: what is left is
// to cut it at its separators.
#include "lib/words/date_words.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/base/status_macros.h"
#include "lib/domain/edtf_date.h"

namespace compendium {
namespace {

constexpr absl::string_view kDash = "\xE2\x80\x93";  // U+2013

// Year, month and day as digits; a missing or unspecified one is 0.
struct PlainDate {
  absl::string_view year;
  int month = 0;
  int day = 0;
};

// The words of the seasons, quarters, thirds and halves 21 to 41.
constexpr absl::string_view kSeasons[] = {
    "spring",      "summer",    "autumn",      "winter",      "spring",
    "summer",      "autumn",    "winter",      "spring",      "summer",
    "autumn",      "winter",    "1st quarter", "2nd quarter", "3rd quarter",
    "4th quarter", "1st third", "2nd third",   "3rd third",   "1st half",
    "2nd half"};

// A date that is written out in digits as far as it goes, but for an X in
// place of the whole month or day; else nothing. No season.
std::optional<PlainDate> ReadPlainDate(absl::string_view text) {
  if (text.size() < 4 || text[0] == '-') return std::nullopt;
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '-');
  PlainDate date;
  date.year = parts[0];
  if (date.year.find('X') != absl::string_view::npos) return std::nullopt;
  if (parts.size() > 1 && !absl::SimpleAtoi(parts[1], &date.month) &&
      parts[1] != "XX")
    return std::nullopt;
  if (parts.size() > 2 && !absl::SimpleAtoi(parts[2], &date.day) &&
      parts[2] != "XX")
    return std::nullopt;
  if (date.month > 12 || (date.month == 0 && date.day != 0))
    return std::nullopt;
  return date;
}

std::string PlainWords(const PlainDate& date) {
  if (date.month == 0) return std::string(date.year);
  const std::string month = absl::StrCat(MonthWord(date.month), " ", date.year);
  return date.day == 0 ? month : absl::StrCat(date.day, " ", month);
}

// One date of an interval, a set or a whole string, without qualifiers.
std::string PartWords(absl::string_view text) {
  int season = 0;
  if (text.size() == 7 && absl::SimpleAtoi(text.substr(5), &season) &&
      season >= 21 && season <= 41)
    return absl::StrCat(kSeasons[season - 21], " ", text.substr(0, 4));
  const std::optional<PlainDate> date = ReadPlainDate(text);
  if (!date.has_value()) return std::string(text);
  if (text.find('X') == absl::string_view::npos) return PlainWords(*date);
  return absl::StrCat(text.size() == 7 ? "a month in " : "a day in ",
                      PlainWords(*date));
}

// "8–9 Dec 2016": what both ends share is said once.
std::string SpanWords(absl::string_view start, absl::string_view end) {
  const auto first = ReadPlainDate(start);
  const auto last = ReadPlainDate(end);
  if (!first.has_value() || !last.has_value() || first->year != last->year)
    return absl::StrCat(PartWords(start), kDash, PartWords(end));
  if (start == end) return PartWords(start);
  if (first->day != 0 && last->day != 0) {
    if (first->month == last->month)
      return absl::StrCat(first->day, kDash, PlainWords(*last));
    return absl::StrCat(first->day, " ", MonthWord(first->month), kDash,
                        PlainWords(*last));
  }
  if (first->month != 0 && last->month != 0 && first->day == last->day)
    return absl::StrCat(MonthWord(first->month), kDash, PlainWords(*last));
  return absl::StrCat(PartWords(start), kDash, PartWords(end));
}

std::string IntervalWords(absl::string_view start, absl::string_view end) {
  const bool starts = !start.empty() && start != "..";
  const bool ends = !end.empty() && end != "..";
  if (starts && ends) return SpanWords(start, end);
  if (starts) return absl::StrCat("from ", PartWords(start));
  if (ends) return absl::StrCat("until ", PartWords(end));
  return "at any time";
}

// The items of a set ("or") or list ("and").
std::string ItemWords(absl::string_view items, absl::string_view conjunction) {
  std::vector<std::string> words;
  const std::vector<absl::string_view> parts = absl::StrSplit(items, ',');
  // Two months of one year share it: "Aug or Sep 2016".
  if (parts.size() == 2) {
    const auto first = ReadPlainDate(parts[0]);
    const auto second = ReadPlainDate(parts[1]);
    if (first.has_value() && second.has_value() &&
        first->year == second->year && first->month != 0 &&
        second->month != 0 && first->day == 0 && second->day == 0)
      return absl::StrCat(MonthWord(first->month), " ", conjunction, " ",
                          PlainWords(*second));
  }
  for (absl::string_view part : parts) {
    const std::pair<absl::string_view, absl::string_view> ends =
        absl::StrSplit(part, absl::MaxSplits("..", 1));
    const bool is_span = part.find("..") != absl::string_view::npos;
    words.push_back(is_span ? IntervalWords(ends.first, ends.second)
                            : PartWords(part));
  }
  if (words.size() == 1) return words[0];
  const std::string last = words.back();
  words.pop_back();
  return absl::StrCat(absl::StrJoin(words, ", "), " ", conjunction, " ", last);
}

std::string BareWords(EdtfKind kind, absl::string_view bare) {
  switch (kind) {
    case EdtfKind::kDate:
    case EdtfKind::kSeason:
      return PartWords(bare);
    case EdtfKind::kDatetime:
      return absl::StrCat(PartWords(bare.substr(0, bare.find('T'))), " ",
                          bare.substr(bare.find('T') + 1));
    case EdtfKind::kInterval: {
      const std::pair<absl::string_view, absl::string_view> ends =
          absl::StrSplit(bare, '/');
      return IntervalWords(ends.first, ends.second);
    }
    case EdtfKind::kSet:
      return ItemWords(bare.substr(1, bare.size() - 2), "or");
    case EdtfKind::kList:
      return ItemWords(bare.substr(1, bare.size() - 2), "and");
  }
  return std::string(bare);
}

}  // namespace

absl::string_view MonthWord(int month) {
  constexpr absl::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr",
                                           "May", "Jun", "Jul", "Aug",
                                           "Sep", "Oct", "Nov", "Dec"};
  CHECK(month >= 1 && month <= 12);
  return kMonths[month - 1];
}

std::string DateWords(absl::string_view edtf) {
  const absl::StatusOr<EdtfDate> date = EdtfDate::Parse(edtf);
  if (!date.ok()) return std::string(edtf);
  std::string bare(edtf);
  bare.erase(
      std::remove_if(bare.begin(), bare.end(),
                     [](char c) { return c == '?' || c == '~' || c == '%'; }),
      bare.end());
  return absl::StrCat(date->is_approximate() ? "about " : "",
                      BareWords(date->kind(), bare),
                      date->is_uncertain() ? " (uncertain)" : "");
}

}  // namespace compendium
