// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_phrase.h"

#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"
#include "lib/extract/date_reader.h"
#include "lib/extract/date_words.h"

namespace compendium {
namespace {

using Tokens = std::vector<Token>;

// "2016-05-30~/2016-06-02~", the longest interval.
constexpr size_t kIntervalBytes = 23;

// Whether one of the few words before says that the date may change.
bool IsTentative(const Tokens& tokens, size_t first, size_t start) {
  constexpr size_t kReach = 5;
  for (size_t i = first; i > start && first - i < kReach; --i) {
    const Token& token = tokens[i - 1];
    if (token.kind == TokenKind::kMark && !token.Is('(')) return false;
    if (IsOneOf(token,
                " tentative tentatively provisional provisionally "_words)) {
      return true;
    }
  }
  return false;
}

// "mid-2016 (on June 16)": the second is the first, only finer.
bool Refines(const Tokens& tokens, const DatePhrase& coarse,
             const DatePhrase& fine, size_t last) {
  size_t at = coarse.range.last;
  if (at >= last || !tokens[at].Is('(')) return false;
  ++at;
  if (at < last && IsOneOf(tokens[at], " on from namely "_words)) ++at;
  if (at != fine.range.first) return false;
  if (fine.range.last >= last || !tokens[fine.range.last].Is(')')) return false;
  if (coarse.is_interval || coarse.detail() >= fine.detail()) return false;
  if (fine.has_year() && fine.from.year != coarse.from.year) return false;
  return coarse.from.month == 0 || coarse.from.month == fine.from.month;
}

void Merge(const DatePhrase& coarse, DatePhrase& fine) {
  if (!fine.has_year()) fine.from.year = fine.to.year = coarse.from.year;
  fine.range = {coarse.range.first, fine.range.last + 1};
}

// A number that grows with the day; months count 31 days.
int Ordinal(const DatePoint& point) {
  return (point.year * 12 + point.month) * 31 + point.day;
}

// The days of a point that is a day, a month or a year, `year` standing in
// where none is written; nothing for another point and when there is no such
// day.
std::optional<DateDays> DaysOfPoint(const DatePoint& point, int year) {
  constexpr int kYearMax = 9999;
  if (point.year != 0) year = point.year;
  if (point.season != 0 || year < 1 || year > kYearMax) return std::nullopt;
  if (point.month == 0) {
    return point.day == 0 ? DaysOfYear(year) : std::nullopt;
  }
  // A day that does not exist becomes another one.
  const absl::CivilDay day(year, point.month, point.day == 0 ? 1 : point.day);
  if (day.month() != point.month) return std::nullopt;
  if (point.day == 0) {
    return DateDays{day, absl::CivilDay(absl::CivilMonth(day) + 1) - 1};
  }
  if (day.day() != point.day) return std::nullopt;
  return DateDays{day, day};
}

// Appends "-05", or nothing for what was not written.
void AppendPart(int number, std::string& text) {
  if (number == 0) return;
  const char part[] = {'-', static_cast<char>('0' + number / 10),
                       static_cast<char>('0' + number % 10)};
  text.append(part, sizeof(part));
}

// Appends "2016"; nearly all years have four digits.
void AppendYear(int year, std::string& text) {
  if (year < 0 || year > 9999) {
    absl::StrAppend(&text, absl::Dec(year, absl::kZeroPad4));
    return;
  }
  const char digits[] = {static_cast<char>('0' + year / 1000),
                         static_cast<char>('0' + year / 100 % 10),
                         static_cast<char>('0' + year / 10 % 10),
                         static_cast<char>('0' + year % 10)};
  text.append(digits, sizeof(digits));
}

void AppendPoint(const DatePoint& point, int year, absl::string_view mark,
                 std::string& text) {
  AppendYear(point.year ? point.year : year, text);
  AppendPart(point.season, text);
  AppendPart(point.month, text);
  AppendPart(point.day, text);
  text.append(mark.data(), mark.size());
}

// What a text means if it is EDTF.
std::optional<DateMeaning> Parse(std::string edtf) {
  const auto date = EdtfDate::Parse(edtf);
  if (!date.ok()) return std::nullopt;
  return DateMeaning{std::move(edtf), DaysOf(*date)};
}

}  // namespace

DateDetail DatePhrase::detail() const {
  if (from.day) return DateDetail::kDay;
  if (from.month) return DateDetail::kMonth;
  return from.season ? DateDetail::kSeason : DateDetail::kYear;
}

bool DatePhrase::is_period() const {
  if (!is_interval) return false;
  if (detail() == DateDetail::kYear) return true;
  DatePoint end = to;
  if (!has_year() && end.month < from.month) end.year += 1;
  return Ordinal(end) - Ordinal(from) > 31;
}

std::optional<DateMeaning> DatePhrase::Meaning(int year) const {
  absl::string_view mark = approximate ? (uncertain ? "%" : "~")
                           : uncertain ? "?"
                                       : "";
  if (!days.empty()) {
    std::string text;
    DatePoint point = from;
    for (const int day : days) {
      point.day = day;
      text += text.empty() ? '{' : ',';
      AppendPoint(point, year, mark, text);
    }
    text += "}";
    return Parse(std::move(text));
  }
  // EDTF gives seasons no qualifier.
  if (from.season) mark = "";
  DateMeaning meaning;
  if (is_interval) meaning.edtf.reserve(kIntervalBytes);
  AppendPoint(from, year, mark, meaning.edtf);
  const auto first = DaysOfPoint(from, year);
  if (!is_interval) {
    meaning.days = first;
  } else {
    const bool wraps = !has_year() && to.month < from.month;
    const int end_year = wraps ? year + 1 : year;
    meaning.edtf += '/';
    AppendPoint(to, end_year, mark, meaning.edtf);
    const auto last = DaysOfPoint(to, end_year);
    const bool in_order =
        first.has_value() && last.has_value() && first->first <= last->first;
    if (in_order) meaning.days = DateDays{first->first, last->last};
  }
  // Of nearly all the calendar tells as much as reading the text would.
  if (meaning.days.has_value()) return meaning;
  return Parse(std::move(meaning.edtf));
}

std::optional<std::string> DatePhrase::ToEdtf(int year) const {
  std::optional<DateMeaning> meaning = Meaning(year);
  if (!meaning.has_value()) return std::nullopt;
  return std::move(meaning->edtf);
}

DatePhrases FindDates(const std::vector<Token>& tokens, TokenRange range) {
  DatePhrases phrases;
  MonthsAhead months(tokens, range.last);
  for (size_t at = range.first; at < range.last;) {
    if (!MayOpenDate(tokens[at])) {
      ++at;
      continue;
    }
    const DateWord about = ReadApproximation(tokens, at, range.last);
    DatePhrase phrase;
    if (!ReadDate(tokens, about.end, range.last, months, phrase)) {
      ++at;
      continue;
    }
    phrase.approximate = static_cast<bool>(about);
    phrase.range.first = at;
    const DateWord tbc =
        ReadToBeConfirmed(tokens, phrase.range.last, range.last);
    phrase.uncertain = tbc || IsTentative(tokens, at, range.first);
    if (tbc) phrase.range.last = tbc.end;
    at = phrase.range.last;
    if (!phrases.empty() &&
        Refines(tokens, phrases.back(), phrase, range.last)) {
      Merge(phrases.back(), phrase);
      phrases.back() = std::move(phrase);
      at = phrases.back().range.last;
      continue;
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace compendium
