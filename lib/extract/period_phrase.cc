// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/period_phrase.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "lib/extract/date_phrase.h"
#include "lib/extract/meeting_words.h"

namespace compendium {
namespace {

// Longest length that is believed, in months.
constexpr int kMonthsMax = 240;

std::string EdtfOf(const DatePhrase& date, int round_year) {
  return date.ToEdtf(round_year).value_or("");
}

bool IsMark(const AnswerText& answer, size_t at, TokenRange range) {
  return at >= range.first && at < range.last &&
         answer.token(at).kind == TokenKind::kMark;
}

// The word before `at`, marks passed over; range.last if there is none.
size_t WordBefore(const AnswerText& answer, size_t at, TokenRange range) {
  while (at > range.first && IsMark(answer, at - 1, range)) --at;
  return at > range.first ? at - 1 : range.last;
}

bool IsWordBefore(const AnswerText& answer, size_t at, TokenRange range,
                  WordList words) {
  size_t before = WordBefore(answer, at, range);
  // "as of", "since the", "started in".
  if (before < range.last &&
      IsOneOf(answer.token(before), " of the in on at "_words)) {
    before = WordBefore(answer, before, range);
  }
  return before < range.last && IsOneOf(answer.token(before), words);
}

bool IsOpenEnd(const AnswerText& answer, size_t at, TokenRange range) {
  while (IsMark(answer, at, range)) ++at;
  if (at < range.last && answer.token(at).IsWord("to")) ++at;
  return at < range.last &&
         IsOneOf(answer.token(at),
                 " ongoing on-going present onwards onward date today now "
                 "continuing continuous "_words);
}

// A length such as "24 months", "two-year", "1.5 years", in months; 0 if none.
int LengthIn(const AnswerText& answer, TokenRange range) {
  for (size_t at = range.first; at < range.last; ++at) {
    const Token& token = answer.token(at);
    int count = token.IsWord("one") ? 1 : CountValue(token);
    if (count <= 0 && !token.is_number()) continue;
    size_t unit = at + 1;
    if (IsMark(answer, unit, range) && answer.token(unit).Is('.')) continue;
    // "12 (twelve) months", "2-year"
    while (unit < range.last && unit < at + 4 &&
           (answer.token(unit).kind == TokenKind::kMark ||
            CountValue(answer.token(unit)) == count)) {
      ++unit;
    }
    if (unit >= range.last) continue;
    const bool months = IsOneOf(answer.token(unit), " month months "_words);
    const bool years = IsOneOf(answer.token(unit), " year years "_words);
    if (!months && !years) continue;
    if (years) count *= 12;
    // Of "1.5 years" the 5 is no number of years.
    if (at > range.first && answer.token(at - 1).Is('.') &&
        !token.space_before) {
      continue;
    }
    if (count > 0 && count <= kMonthsMax) return count;
  }
  return 0;
}

// The month in which `months` months from `start` on end.
std::string EndMonth(const DatePoint& start, int year, int months) {
  const int last = year * 12 + start.month - 1 + months - 1;
  return absl::StrFormat("%04d-%02d", last / 12, last % 12 + 1);
}

// "01/2016 – 12/2017": months as numbers.
std::optional<PeriodPhrase> ReadNumberMonths(const AnswerText& answer,
                                             TokenRange value) {
  std::vector<std::string> months;
  PeriodPhrase period;
  for (size_t at = value.first; at + 2 < value.last; ++at) {
    const int month = answer.token(at).Value();
    const int year = answer.token(at + 2).Value();
    const Token& mark = answer.token(at + 1);
    if (month < 1 || month > 12 || year < 1900 || year > 2199 ||
        answer.token(at + 2).space_before || (!mark.Is('/') && !mark.Is('.')) ||
        mark.space_before ||
        (at > value.first && !answer.token(at).space_before &&
         !answer.token(at - 1).Is('-') && !answer.token(at - 1).Is('('))) {
      continue;
    }
    if (months.empty()) period.range.first = at;
    period.range.last = at + 3;
    months.push_back(absl::StrFormat("%04d-%02d", year, month));
  }
  if (months.size() != 2 || months[0] > months[1]) return std::nullopt;
  period.edtf = absl::StrCat(months[0], "/", months[1]);
  return period;
}

// "January 2016 up to December 2017": two dates that are no one phrase.
std::optional<PeriodPhrase> JoinDates(const AnswerText& answer,
                                      const DatePhrases& dates,
                                      int round_year) {
  if (dates.size() < 2) return std::nullopt;
  const DatePhrase& from = dates[0];
  const DatePhrase& to = dates[1];
  if (from.is_interval || to.is_interval || !from.days.empty() ||
      !to.days.empty() || !to.has_year()) {
    return std::nullopt;
  }
  bool joined = false;
  for (size_t at = from.range.last; at < to.range.first; ++at) {
    const Token& token = answer.token(at);
    const bool joins = token.Is('-') || token.Is('/') ||
                       IsOneOf(token, " to until till through and "_words);
    joined |= joins;
    if (!joins && !IsOneOf(token, " up the end of ends ending it "_words) &&
        token.kind != TokenKind::kMark) {
      return std::nullopt;
    }
  }
  if (!joined) return std::nullopt;
  const int year = from.has_year() ? from.from.year : to.from.year;
  const std::string first = EdtfOf(from, year);
  const std::string last = EdtfOf(to, round_year);
  if (first.empty() || last.empty()) return std::nullopt;
  if (std::pair(year, from.from.month) >
      std::pair(to.from.year, to.from.month)) {
    return std::nullopt;
  }
  return PeriodPhrase{
      {from.range.first, to.range.last}, absl::StrCat(first, "/", last), false};
}

// What one date and the words around it tell.
PeriodPhrase ReadOneDate(const AnswerText& answer, TokenRange value,
                         const DatePhrase& date, int round_year) {
  PeriodPhrase period;
  period.range = value;
  period.year_inferred = !date.has_year();
  period.edtf = EdtfOf(date, round_year);
  if (period.edtf.empty() || date.is_interval || !date.days.empty()) {
    return period;
  }
  const size_t at = date.range.first;
  const int months = LengthIn(answer, value);
  const int year = date.has_year() ? date.from.year : round_year;
  if (IsWordBefore(answer, at, value,
                   " until till to by ends ending end "_words)) {
    period.edtf = absl::StrCat("../", period.edtf);
  } else if (months > 0 && date.from.month > 0) {
    absl::StrAppend(&period.edtf, "/", EndMonth(date.from, year, months));
  } else if (IsOpenEnd(answer, date.range.last, value) ||
             IsWordBefore(answer, at, value,
                          " since from starting start starts started as "
                          "beginning begins began launched "_words)) {
    period.edtf += "/..";
  }
  return period;
}

}  // namespace

std::optional<PeriodPhrase> ReadPeriod(const AnswerText& answer,
                                       TokenRange value, int round_year) {
  if (value.empty()) return std::nullopt;
  if (auto months = ReadNumberMonths(answer, value)) {
    months->range = value;
    return months;
  }
  const auto dates = FindDates(answer.tokens(), value);
  const auto interval =
      std::find_if(dates.begin(), dates.end(),
                   [](const DatePhrase& date) { return date.is_interval; });
  if (interval != dates.end()) {
    return ReadOneDate(answer, value, *interval, round_year);
  }
  if (auto joined = JoinDates(answer, dates, round_year)) {
    joined->range = value;
    return joined;
  }
  if (!dates.empty()) return ReadOneDate(answer, value, dates[0], round_year);
  if (LengthIn(answer, value) == 0) return std::nullopt;
  return PeriodPhrase{value, "", false};
}

std::optional<PeriodPhrase> FindPeriod(const AnswerText& answer,
                                       TokenRange range, int round_year) {
  if (range.empty()) return std::nullopt;
  if (auto months = ReadNumberMonths(answer, range)) return months;
  const auto dates = FindDates(answer.tokens(), range);
  for (size_t i = 0; i < dates.size(); ++i) {
    const DatePhrase& date = dates[i];
    // A few days are a meeting, not a project.
    std::string edtf = date.is_period() ? EdtfOf(date, round_year) : "";
    if (!edtf.empty()) {
      return PeriodPhrase{date.range, std::move(edtf), !date.has_year()};
    }
    if (i + 1 < dates.size()) {
      auto joined = JoinDates(answer, {date, dates[i + 1]}, round_year);
      if (joined.has_value()) return joined;
    }
  }
  return std::nullopt;
}

}  // namespace compendium
