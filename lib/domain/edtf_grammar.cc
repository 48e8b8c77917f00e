// SPDX-License-Identifier: Apache-2.0
#include "lib/domain/edtf_grammar.h"

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/domain/edtf_days.h"

namespace compendium {
namespace {

// What is added up over all parts of an interval, set or list.
struct Total {
  EdtfMeaning meaning;
  std::optional<absl::CivilDay> first;
  std::optional<absl::CivilDay> last;
};

void AddFlags(const EdtfPart& part, EdtfMeaning& meaning) {
  meaning.level = std::max(meaning.level, part.level);
  meaning.uncertain |= part.uncertain;
  meaning.approximate |= part.approximate;
  meaning.precision = std::max(meaning.precision, PrecisionOf(part));
}

void AddPart(const EdtfPart& part, Total& total) {
  AddFlags(part, total.meaning);
  // Alone, some Xs are of level 1; inside another form they are of level 2.
  if (part.unspecified) total.meaning.level = 2;
  const DayRange days = *DaysOf(part);
  total.first = std::min(total.first.value_or(days.first), days.first);
  total.last = std::max(total.last.value_or(days.last), days.last);
}

EdtfMeaning Finish(Total total, DayBound earliest, DayBound latest) {
  total.meaning.earliest = total.meaning.search_earliest = earliest;
  total.meaning.latest = total.meaning.search_latest = latest;
  return total.meaning;
}

absl::Status CheckNoSeason(const EdtfScanner& scanner, const EdtfPart& part) {
  if (part.season == 0) return absl::OkStatus();
  return scanner.ErrorAt(part.begin, "a season", "a date here");
}

// An end or a range must be able to be in order.
absl::Status CheckOrder(const EdtfScanner& scanner, const EdtfPart& from,
                        const EdtfPart& to) {
  if (DaysOf(from)->first <= DaysOf(to)->last) return absl::OkStatus();
  return scanner.ErrorAt(to.begin, "an end before the start",
                         "the start or later");
}

EdtfMeaning MeaningOf(const EdtfPart& part) {
  EdtfMeaning meaning;
  meaning.kind = part.season == 0 ? EdtfKind::kDate : EdtfKind::kSeason;
  AddFlags(part, meaning);
  const DayRange days = *DaysOf(part);
  meaning.search_earliest = DayBound::Day(days.first);
  meaning.search_latest = DayBound::Day(days.last);
  if (part.season == 0 || SeasonHasDates(part.season)) {
    meaning.earliest = meaning.search_earliest;
    meaning.latest = meaning.search_latest;
  }
  return meaning;
}

EdtfMeaning MeaningOf(EdtfKind kind, absl::CivilDay first,
                      absl::CivilDay last) {
  EdtfMeaning meaning;
  meaning.kind = kind;
  meaning.precision = EdtfPrecision::kDay;
  meaning.earliest = meaning.search_earliest = DayBound::Day(first);
  meaning.latest = meaning.search_latest = DayBound::Day(last);
  return meaning;
}

// A quick look at what nearly all dates are: a plain day, or a plain interval
// of two. Nothing for other texts, also for those that are wrong.
std::optional<EdtfMeaning> ReadPlainDays(absl::string_view text) {
  constexpr size_t kDaySize = absl::string_view("yyyy-mm-dd").size();
  const auto first = ParseIsoDay(text.substr(0, kDaySize));
  if (!first.has_value()) return std::nullopt;
  if (text.size() == kDaySize)
    return MeaningOf(EdtfKind::kDate, *first, *first);
  if (text[kDaySize] != '/') return std::nullopt;
  const auto last = ParseIsoDay(text.substr(kDaySize + 1));
  if (!last.has_value() || *last < *first) return std::nullopt;
  return MeaningOf(EdtfKind::kInterval, *first, *last);
}

// Two digits of a clock time up to `largest`.
absl::Status ReadClock(EdtfScanner& scanner, int largest) {
  const size_t begin = scanner.position();
  int value = 0;
  for (int i = 0; i < 2; ++i) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(scanner.Peek()))) {
      return scanner.Error("a digit");
    }
    value = value * 10 + (scanner.TakeAny() - '0');
  }
  if (value <= largest) return absl::OkStatus();
  return scanner.ErrorAt(begin, absl::StrCat(value),
                         absl::StrCat("at most ", largest));
}

absl::Status ReadZone(EdtfScanner& scanner) {
  if (scanner.Take("Z")) return absl::OkStatus();
  if (!scanner.Take("+") && !scanner.Take("-")) return absl::OkStatus();
  RETURN_IF_ERROR(ReadClock(scanner, 23));
  return scanner.Take(":") ? ReadClock(scanner, 59) : absl::OkStatus();
}

// Reads "Thh:mm:ss" and the zone behind the day in `part`.
absl::StatusOr<EdtfMeaning> ReadTime(EdtfScanner& scanner,
                                     const EdtfPart& part) {
  if (part.level != 0 || part.components != 3) {
    return scanner.Error("a time only after a plain year, month and day");
  }
  scanner.TakeAny();
  RETURN_IF_ERROR(ReadClock(scanner, 23));
  if (!scanner.Take(":")) return scanner.Error("\":\"");
  RETURN_IF_ERROR(ReadClock(scanner, 59));
  if (!scanner.Take(":")) return scanner.Error("\":\"");
  RETURN_IF_ERROR(ReadClock(scanner, 59));
  RETURN_IF_ERROR(ReadZone(scanner));
  EdtfMeaning meaning = MeaningOf(part);
  meaning.kind = EdtfKind::kDatetime;
  meaning.precision = EdtfPrecision::kSecond;
  return meaning;
}

// One end of an interval: a part, open or unknown.
struct IntervalEnd {
  std::optional<EdtfPart> part;
  bool open = false;
};

absl::StatusOr<IntervalEnd> ReadIntervalEnd(EdtfScanner& scanner) {
  IntervalEnd end;
  if (scanner.Take("..")) {
    end.open = true;
  } else if (!scanner.AtEnd() && scanner.Peek() != '/') {
    ASSIGN_OR_RETURN(end.part, ReadEdtfPart(scanner));
  }
  return end;
}

// `side` picks the first or the last day of the end.
DayBound BoundOf(const IntervalEnd& end, absl::CivilDay DayRange::*side) {
  if (end.part.has_value()) return DayBound::Day((*DaysOf(*end.part)).*side);
  return end.open ? DayBound::Open() : DayBound::Unknown();
}

absl::Status AddEnd(const EdtfScanner& scanner, const IntervalEnd& end,
                    Total& total) {
  if (!end.part.has_value()) {
    total.meaning.level = std::max(total.meaning.level, 1);
    return absl::OkStatus();
  }
  RETURN_IF_ERROR(CheckNoSeason(scanner, *end.part));
  AddPart(*end.part, total);
  return absl::OkStatus();
}

// Reads "/" and the end of an interval whose start was read.
absl::StatusOr<EdtfMeaning> ReadInterval(EdtfScanner& scanner,
                                         const IntervalEnd& start) {
  if (!scanner.Take("/")) return scanner.Error("\"/\"");
  ASSIGN_OR_RETURN(const IntervalEnd end, ReadIntervalEnd(scanner));
  Total total;
  total.meaning.kind = EdtfKind::kInterval;
  RETURN_IF_ERROR(AddEnd(scanner, start, total));
  RETURN_IF_ERROR(AddEnd(scanner, end, total));
  if (start.part.has_value() && end.part.has_value()) {
    RETURN_IF_ERROR(CheckOrder(scanner, *start.part, *end.part));
  }
  const bool says_something =
      start.part.has_value() || start.open || end.part.has_value() || end.open;
  if (!says_something) {
    return scanner.ErrorAt(0, "two unknown ends", "one that is known or open");
  }
  if (!total.first.has_value()) {
    total.meaning.precision = EdtfPrecision::kCoarser;
  }
  return Finish(total, BoundOf(start, &DayRange::first),
                BoundOf(end, &DayRange::last));
}

absl::StatusOr<EdtfPart> ReadItemDate(EdtfScanner& scanner, Total& total) {
  ASSIGN_OR_RETURN(EdtfPart part, ReadEdtfPart(scanner));
  RETURN_IF_ERROR(CheckNoSeason(scanner, part));
  AddPart(part, total);
  return part;
}

// Reads the items and the closing bracket; the opening one was read.
absl::StatusOr<EdtfMeaning> ReadItems(EdtfScanner& scanner,
                                      absl::string_view close, Total total) {
  const bool open_start = scanner.Take("..");
  bool open_end = false;
  bool range_allowed = !open_start;
  do {
    ASSIGN_OR_RETURN(const EdtfPart from, ReadItemDate(scanner, total));
    if (range_allowed && scanner.Take("..")) {
      open_end = scanner.Peek() == close[0];
      if (open_end) break;
      ASSIGN_OR_RETURN(const EdtfPart to, ReadItemDate(scanner, total));
      RETURN_IF_ERROR(CheckOrder(scanner, from, to));
    }
    range_allowed = true;
  } while (scanner.Take(","));
  if (!scanner.Take(close)) {
    return scanner.Error(absl::StrCat("\",\", \"..\" or \"", close, "\""));
  }
  total.meaning.level = 2;
  return Finish(total,
                open_start ? DayBound::Open() : DayBound::Day(*total.first),
                open_end ? DayBound::Open() : DayBound::Day(*total.last));
}

absl::StatusOr<EdtfMeaning> ReadAny(EdtfScanner& scanner) {
  Total total;
  if (scanner.Take("[")) {
    total.meaning.kind = EdtfKind::kSet;
    return ReadItems(scanner, "]", total);
  }
  if (scanner.Take("{")) {
    total.meaning.kind = EdtfKind::kList;
    return ReadItems(scanner, "}", total);
  }
  ASSIGN_OR_RETURN(const IntervalEnd start, ReadIntervalEnd(scanner));
  if (!start.part.has_value() || scanner.Peek() == '/') {
    return ReadInterval(scanner, start);
  }
  if (scanner.Peek() == 'T') return ReadTime(scanner, *start.part);
  return MeaningOf(*start.part);
}

}  // namespace

absl::StatusOr<EdtfMeaning> ReadEdtf(absl::string_view text) {
  // A questionnaire has dozens of dates.
  if (const auto plain = ReadPlainDays(text); plain.has_value()) return *plain;
  EdtfScanner scanner(text);
  if (scanner.AtEnd()) return scanner.Error("a date");
  ASSIGN_OR_RETURN(EdtfMeaning meaning, ReadAny(scanner));
  if (!scanner.AtEnd()) return scanner.Error("the end");
  return meaning;
}

}  // namespace compendium
