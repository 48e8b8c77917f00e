// SPDX-License-Identifier: Apache-2.0
//
// The phrases, in the order in which they are tried (Y year, M month, D day,
// each read by date_words):
//
//   Y "-" M "-" D                              2016-05-12
//   D "." M "." Y                              12.05.2016
//   D ["." [M ["."]]] ("-" | "and") D "." M "." Y    12. – 14.05.2016
//   D "." M [Y]                                12. März 2016
//   D { "," | "/" | "and" D } ["of"] M [Y]     23rd, 24th, 25th August 2016
//   D ("-" | "to") D M [Y]                     16 – 17 Mar
//   D M [Y] ("-" | "to") D M [Y]               30 May – 2 June 2016
//   M D …                                      the same with the month first
//   season [Y], M [("/" | "-" | "to") M] [Y]   August/ September, 2016
//   M Y ("-" | "to") M Y                       a period
//   Y [("-" | "/") (Y | number | M Y)]         2016-17
#include "lib/extract/date_reader.h"

#include <utility>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "lib/extract/date_words.h"
#include "lib/extract/limits.h"
#include "lib/extract/months_ahead.h"

namespace compendium {
namespace {

using Tokens = std::vector<Token>;

bool IsTo(const Token& token) {
  return token.Is('-') ||
         IsOneOf(token, " to until till through bis au "_words);
}

bool IsAnd(const Token& token) {
  return token.Is('/') || token.Is('&') || token.IsWord("and") ||
         token.IsWord("und") || token.IsWord("et");
}

void TakeYear(const Tokens& tokens, size_t last, size_t& at, int& year) {
  const DateWord word = ReadYearAfter(tokens, at, last);
  if (!word) return;
  year = word.value;
  at = word.end;
}

// Days of one month: a list, or the two ends of an interval.
struct Days {
  absl::InlinedVector<int, kDateDaysMax> values;
  bool to = false;  // the last two are the ends of an interval
  bool comma = false;
  size_t end = 0;
};

// Behind a day, the dot of "12. März" or "12.–14. März".
size_t SkipDayDot(const Tokens& tokens, size_t at, size_t last) {
  if (at + 1 >= last || !tokens[at].Is('.') || tokens[at].space_before) {
    return at;
  }
  const Token& next = tokens[at + 1];
  const bool goes_on = IsMonthName(next) || next.Is('-') || next.Is('/') ||
                       next.Is(',') || next.IsWord("und");
  return goes_on ? at + 1 : at;
}

// Reads "4", "4 to 6", "23rd, 24th and 25th" from `at` on.
Days ReadDays(const Tokens& tokens, size_t at, size_t last) {
  Days days;
  DateWord day = ReadDay(tokens, at, last);
  while (day) {
    days.values.push_back(day.value);
    days.end = day.end;
    size_t next = SkipDayDot(tokens, day.end, last);
    days.end = next;
    if (days.to || days.values.size() == kDateDaysMax) break;
    if (next >= last) break;
    const bool to = IsTo(tokens[next]);
    const bool comma = tokens[next].Is(',');
    if (!to && !comma && !IsAnd(tokens[next])) break;
    ++next;
    if (comma && next < last && IsAnd(tokens[next])) ++next;
    day = ReadDay(tokens, next, last);
    if (!day || day.value <= days.values.back()) break;
    days.to = to;
    days.comma |= comma;
  }
  return days;
}

// Turns days into the ends of an interval, or a list if they leave a gap.
bool SetDays(const Days& days, DatePhrase& phrase) {
  if (days.to && days.values.size() != 2) return false;
  phrase.from.day = days.values.front();
  phrase.to = phrase.from;
  phrase.to.day = days.values.back();
  phrase.is_interval = days.values.size() > 1;
  const bool gapless = phrase.to.day - phrase.from.day + 1 ==
                       static_cast<int>(days.values.size());
  if (!days.to && !gapless) {
    phrase.days.assign(days.values.begin(), days.values.end());
  }
  return true;
}

// After "30 May [2016]": " – 2 June [2016]". `month_first` for "May 30 – June
// 2".
void TakeLaterEnd(const Tokens& tokens, size_t last, bool month_first,
                  size_t& at, DatePhrase& phrase) {
  if (phrase.is_interval || at >= last || !IsTo(tokens[at])) return;
  const size_t start = at + 1;
  DatePoint to;
  const DateWord one = month_first ? ReadMonth(tokens, start, last)
                                   : ReadDay(tokens, start, last);
  if (!one) return;
  const DateWord two = month_first ? ReadDay(tokens, one.end, last)
                                   : ReadMonth(tokens, one.end, last);
  if (!two) return;
  to.month = month_first ? one.value : two.value;
  to.day = month_first ? two.value : one.value;
  at = two.end;
  TakeYear(tokens, last, at, to.year);
  phrase.to = to;
  phrase.is_interval = true;
}

// A year behind the later end holds for both, unless the months run over the
// end of the year.
void SpreadYear(DatePhrase& phrase) {
  DatePoint& from = phrase.from;
  DatePoint& to = phrase.to;
  if (from.year == 0 && to.year != 0) {
    from.year = from.month > to.month ? to.year - 1 : to.year;
  } else if (to.year == 0 && from.year != 0) {
    to.year = from.month > to.month ? from.year + 1 : from.year;
  }
}

bool Finish(size_t first, size_t end, DatePhrase& phrase) {
  SpreadYear(phrase);
  phrase.range = {first, end};
  return true;
}

bool IsPreposition(const Token& token) {
  return IsOneOf(token, " on from of in the for between held "_words);
}

bool ReadNumeric(const Tokens& tokens, size_t at, size_t last,
                 DatePhrase& phrase) {
  if (at + 4 >= last || !tokens[at].is_number() ||
      !tokens[at + 2].is_number()) {
    return false;
  }
  const bool iso = tokens[at + 1].Is('-') && tokens[at + 3].Is('-');
  const bool dotted = tokens[at + 1].Is('.') && tokens[at + 3].Is('.');
  if (!iso && !dotted) return false;
  for (size_t i = at + 1; i <= at + 4; ++i) {
    if (tokens[i].space_before) return false;
  }
  const DateWord year = ReadYear(tokens, iso ? at : at + 4, last);
  const DateWord day = ReadDay(tokens, iso ? at + 4 : at, last);
  const int month = tokens[at + 2].Value();
  if (!year || !day || month < 1 || month > 12) return false;
  phrase.from = {year.value, 0, month, day.value};
  phrase.to = phrase.from;
  return Finish(at, at + 5, phrase);
}

// A quick look, at which most numbers end: an interval has seven tokens.
bool MayBeNumericInterval(const Tokens& tokens, size_t first, size_t last) {
  if (first + 6 >= last || !tokens[first].is_number()) return false;
  const Token& next = tokens[first + 1];
  return next.Is('.') || IsTo(next) || IsAnd(next);
}

// "12. – 14.05.2016", "30.05. – 02.06.2016": the later end is whole, the
// earlier one may leave out what they share.
bool ReadNumericInterval(const Tokens& tokens, size_t first, size_t last,
                         DatePhrase& phrase) {
  if (!MayBeNumericInterval(tokens, first, last)) return false;
  const DateWord day = ReadDay(tokens, first, last);
  if (!day) return false;
  size_t at = day.end;
  int month = 0;
  const auto take_dot = [&] {
    const bool dot =
        at < last && tokens[at].Is('.') && !tokens[at].space_before;
    if (dot) ++at;
    return dot;
  };
  if (take_dot() && at < last && tokens[at].is_number() &&
      !tokens[at].space_before) {
    month = tokens[at].Value();
    if (month < 1 || month > 12) return false;
    ++at;
    take_dot();
  }
  if (at >= last || !(IsTo(tokens[at]) || IsAnd(tokens[at]))) return false;
  const bool list = IsAnd(tokens[at]);
  if (at + 2 >= last || !tokens[at + 2].Is('.')) return false;
  DatePhrase end;
  if (!ReadNumeric(tokens, at + 1, last, end)) return false;
  phrase.to = end.to;
  phrase.from = {0, 0, month == 0 ? end.to.month : month, day.value};
  phrase.is_interval = true;
  // "12 – 3.05.2016" is no interval of one month.
  if (phrase.from.month == phrase.to.month && day.value >= phrase.to.day) {
    return false;
  }
  if (list && phrase.to.day != day.value + 1) {
    if (phrase.from.month != phrase.to.month) return false;
    phrase.days = {day.value, phrase.to.day};
  }
  return Finish(first, end.range.last, phrase);
}

bool ReadNumbers(const Tokens& tokens, size_t first, size_t last,
                 DatePhrase& phrase) {
  return ReadNumeric(tokens, first, last, phrase) ||
         ReadNumericInterval(tokens, first, last, phrase);
}

bool ReadDayFirst(const Tokens& tokens, size_t first, size_t last,
                  DatePhrase& phrase) {
  const Days days = ReadDays(tokens, first, last);
  if (days.values.empty()) return false;
  // In "Project 2, 16 March" the 2 is no day.
  if (days.comma && first > 0 && !tokens[first].space_before) return false;
  if (days.comma && first > 0 && tokens[first - 1].is_word() &&
      !IsPreposition(tokens[first - 1]) && days.values.size() == 2) {
    return false;
  }
  size_t at = days.end;
  if (at < last && tokens[at].IsWord("of")) ++at;
  const DateWord month = ReadMonth(tokens, at, last);
  if (!month) return false;
  phrase.from.month = month.value;
  if (!SetDays(days, phrase)) return false;
  at = month.end;
  TakeYear(tokens, last, at, phrase.from.year);
  phrase.to.year = phrase.from.year;
  TakeLaterEnd(tokens, last, false, at, phrase);
  return Finish(first, at, phrase);
}

bool ReadMonthFirst(const Tokens& tokens, size_t first, size_t last,
                    DatePhrase& phrase) {
  const DateWord month = ReadMonth(tokens, first, last);
  if (!month) return false;
  const Days days = ReadDays(tokens, month.end, last);
  if (days.values.empty()) return false;
  phrase.from.month = month.value;
  if (!SetDays(days, phrase)) return false;
  size_t at = days.end;
  TakeYear(tokens, last, at, phrase.from.year);
  phrase.to.year = phrase.from.year;
  TakeLaterEnd(tokens, last, true, at, phrase);
  return Finish(first, at, phrase);
}

bool ReadSeasonPhrase(const Tokens& tokens, size_t first, size_t last,
                      DatePhrase& phrase) {
  const DateWord season = ReadSeason(tokens, first, last);
  if (!season) return false;
  size_t at = season.end;
  TakeYear(tokens, last, at, phrase.from.year);
  if (phrase.from.year == 0) return false;
  phrase.from.season = season.value;
  phrase.to = phrase.from;
  return Finish(first, at, phrase);
}

// Whether the words around a month without day and year make it a date.
bool IsDateByContext(const Tokens& tokens, size_t first, size_t end,
                     size_t last) {
  if (ReadToBeConfirmed(tokens, end, last)) return true;
  if (end < last && tokens[end].Is(':')) return true;
  if (first == 0) return false;
  const Token& before = tokens[first - 1];
  return before.Is('-') || before.Is('(') || before.Is(',') || before.Is('/') ||
         IsOneOf(before,
                 " in early mid late by until since of for before after during "
                 "and "_words);
}

bool ReadMonths(const Tokens& tokens, size_t first, size_t last,
                DatePhrase& phrase) {
  const DateWord month = ReadMonth(tokens, first, last);
  if (!month) return false;
  phrase.from.month = month.value;
  size_t at = month.end;
  TakeYear(tokens, last, at, phrase.from.year);
  phrase.to = phrase.from;
  if (at < last && (IsTo(tokens[at]) || tokens[at].Is('/'))) {
    const DateWord later = ReadMonth(tokens, at + 1, last);
    if (later) {
      at = later.end;
      phrase.to = {0, 0, later.value, 0};
      TakeYear(tokens, last, at, phrase.to.year);
      phrase.is_interval = true;
    }
  }
  if (phrase.from.year == 0 && phrase.to.year == 0 && !phrase.is_interval &&
      !IsDateByContext(tokens, first, at, last)) {
    return false;
  }
  return Finish(first, at, phrase);
}

bool ReadYears(const Tokens& tokens, size_t first, size_t last,
               DatePhrase& phrase) {
  const DateWord year = ReadYear(tokens, first, last);
  if (!year) return false;
  phrase.from.year = year.value;
  phrase.to = phrase.from;
  size_t at = year.end;
  if (at + 1 >= last || !(IsTo(tokens[at]) || tokens[at].Is('/'))) {
    return Finish(first, at, phrase);
  }
  const DateWord month = ReadMonth(tokens, at + 1, last);
  const DateWord later = ReadYear(tokens, month ? month.end : at + 1, last);
  const int two_digits =
      tokens[at + 1].text.size() == 2 && !tokens[at].is_word()
          ? tokens[at + 1].Value()
          : -1;
  if (later) {
    phrase.to = {later.value, 0, 0, 0};
    at = later.end;
  } else if (two_digits > year.value % 100) {  // "2017-21"
    phrase.to.year = year.value - year.value % 100 + two_digits;
    at += 2;
  }
  phrase.is_interval = phrase.to.year != phrase.from.year;
  return Finish(first, at, phrase);
}

}  // namespace

bool ReadDate(const std::vector<Token>& tokens, size_t at, size_t last,
              MonthsAhead& months, DatePhrase& phrase) {
  if (at >= last || !MayStartDate(tokens[at])) return false;
  // Neither "16.2" nor "PP 2.5" holds days; a date is not glued to a word.
  if (at > 0 && !tokens[at].space_before && tokens[at].is_number() &&
      (tokens[at - 1].is_number() || tokens[at - 1].Is('.'))) {
    return false;
  }
  const bool near = tokens[at].is_number() && months.IsNear(at) &&
                    MayHaveMonth(tokens, at, last);
  if (tokens[at].is_number() && !near && !MayBeDateAlone(tokens, at, last) &&
      !MayBeNumericInterval(tokens, at, last)) {
    return false;
  }
  using Reader = bool (*)(const Tokens&, size_t, size_t, DatePhrase&);
  constexpr Reader kNumberReaders[] = {ReadNumbers, ReadDayFirst,
                                       ReadSeasonPhrase, ReadYears};
  constexpr Reader kReadersWithoutMonth[] = {ReadNumbers, ReadSeasonPhrase,
                                             ReadYears};
  constexpr Reader kWordReaders[] = {ReadMonthFirst, ReadSeasonPhrase,
                                     ReadMonths};
  const absl::Span<const Reader> readers =
      !tokens[at].is_number() ? absl::MakeConstSpan(kWordReaders)
      : near                  ? absl::MakeConstSpan(kNumberReaders)
                              : absl::MakeConstSpan(kReadersWithoutMonth);
  for (const Reader reader : readers) {
    DatePhrase candidate;
    if (!reader(tokens, at, last, candidate)) continue;
    phrase = std::move(candidate);
    return true;
  }
  return false;
}

}  // namespace compendium
