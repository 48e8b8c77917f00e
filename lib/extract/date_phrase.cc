// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/date_phrase.h"

#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/domain/edtf_date.h"
#include "lib/extract/date_reader.h"
#include "lib/extract/date_words.h"

namespace compendium {
namespace {

using Tokens = std::vector<Token>;

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

std::string PointText(const DatePoint& point, int year, const char* mark) {
  const auto part = [](int number) {
    return number == 0 ? std::string()
                       : absl::StrCat("-", absl::Dec(number, absl::kZeroPad2));
  };
  return absl::StrCat(
      absl::Dec(point.year ? point.year : year, absl::kZeroPad4),
      part(point.season), part(point.month), part(point.day), mark);
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

std::optional<std::string> DatePhrase::ToEdtf(int year) const {
  const char* mark = approximate ? (uncertain ? "%" : "~")
                     : uncertain ? "?"
                                 : "";
  std::string text;
  if (!days.empty()) {
    DatePoint point = from;
    for (const int day : days) {
      point.day = day;
      absl::StrAppend(&text, text.empty() ? "{" : ",",
                      PointText(point, year, mark));
    }
    text += "}";
  } else {
    // EDTF gives seasons no qualifier.
    if (from.season) mark = "";
    text = PointText(from, year, mark);
    if (is_interval) {
      const bool wraps = !has_year() && to.month < from.month;
      absl::StrAppend(&text, "/", PointText(to, wraps ? year + 1 : year, mark));
    }
  }
  if (!EdtfDate::Parse(text).ok()) return std::nullopt;
  return text;
}

std::vector<DatePhrase> FindDates(const std::vector<Token>& tokens,
                                  TokenRange range) {
  std::vector<DatePhrase> phrases;
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
      phrases.back() = phrase;
      at = phrase.range.last;
      continue;
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

}  // namespace compendium
