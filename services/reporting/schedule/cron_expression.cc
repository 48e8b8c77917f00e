// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/cron_expression.h"

#include <array>
#include <cstddef>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/types/span.h"
#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

// Leap days, weekdays and their meetings repeat after 28 years, 40 around 2100.
constexpr int kSearchYears = 40;

constexpr std::array<absl::string_view, 12> kMonths = {
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
    "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<absl::string_view, 7> kWeekdays = {
    "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"};

struct Field {
  absl::string_view name;
  int least;
  int greatest;
  absl::Span<const absl::string_view> names;  // of the values from `least` on
};

constexpr std::array<Field, 5> kFields = {{{"minute", 0, 59, {}},
                                           {"hour", 0, 23, {}},
                                           {"day", 1, 31, {}},
                                           {"month", 1, 12, kMonths},
                                           {"weekday", 0, 7, kWeekdays}}};

absl::Status Wrong(const Field& field, absl::string_view item,
                   absl::string_view want) {
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", item, "\" as ", field.name, ", want ", want));
}

bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}

absl::StatusOr<int> ParseValue(const Field& field, absl::string_view text) {
  for (size_t i = 0; i < field.names.size(); ++i)
    if (absl::EqualsIgnoreCase(text, field.names[i]))
      return field.least + static_cast<int>(i);
  int value = 0;
  // SimpleAtoi takes blanks and signs, which are no digits.
  if (text.empty() || !IsDigit(text.front()) ||
      !absl::SimpleAtoi(text, &value) || value < field.least ||
      value > field.greatest)
    return Wrong(field, text,
                 absl::StrCat(field.least, " to ", field.greatest,
                              field.names.empty() ? "" : " or a name"));
  return value;
}

absl::StatusOr<int> ParseStep(const Field& field, absl::string_view text) {
  int step = 0;
  if (text.empty() || !IsDigit(text.front()) ||
      !absl::SimpleAtoi(text, &step) || step < 1 || step > field.greatest)
    return Wrong(field, absl::StrCat("/", text),
                 absl::StrCat("a step of 1 to ", field.greatest));
  return step;
}

// Sets what one item names.
template <size_t N>
absl::Status AddItem(const Field& field, absl::string_view item,
                     std::bitset<N>& values) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(item, absl::MaxSplits('/', 1));
  const bool has_step = absl::StrContains(item, '/');
  int from = field.least;
  int to = field.greatest;
  if (parts.first != "*") {
    const std::pair<absl::string_view, absl::string_view> range =
        absl::StrSplit(parts.first, absl::MaxSplits('-', 1));
    const bool is_range = absl::StrContains(parts.first, '-');
    ASSIGN_OR_RETURN(from, ParseValue(field, range.first));
    to = from;
    if (is_range) {
      ASSIGN_OR_RETURN(to, ParseValue(field, range.second));
    } else if (has_step) {
      return Wrong(field, item, "a range before the step");
    }
    if (to < from)
      return Wrong(field, parts.first, "the lesser value before the greater");
  }
  int step = 1;
  if (has_step) {
    ASSIGN_OR_RETURN(step, ParseStep(field, parts.second));
  }
  for (int value = from; value <= to; value += step)
    values.set(static_cast<size_t>(value));
  return absl::OkStatus();
}

template <size_t N>
absl::Status ParseField(const Field& field, absl::string_view text,
                        std::bitset<N>& values) {
  for (const absl::string_view item : absl::StrSplit(text, ','))
    RETURN_IF_ERROR(AddItem(field, item, values));
  return absl::OkStatus();
}

// From Sunday, 0.
size_t WeekdayOf(absl::CivilDay day) {
  return (static_cast<size_t>(absl::GetWeekday(day)) + 1) % 7;
}

// When clocks show `local` for the first time, or jump over it.
absl::Time MomentOf(absl::CivilSecond local, absl::TimeZone zone) {
  const absl::TimeZone::TimeInfo info = zone.At(local);
  return info.kind == absl::TimeZone::TimeInfo::SKIPPED ? info.trans : info.pre;
}

}  // namespace

absl::StatusOr<CronExpression> CronExpression::Parse(absl::string_view text) {
  const std::vector<absl::string_view> fields =
      absl::StrSplit(text, ' ', absl::SkipEmpty());
  if (fields.size() != kFields.size())
    return absl::InvalidArgumentError(
        absl::StrCat("got ", fields.size(),
                     " fields, want 5: minute, hour, day, month and weekday"));
  CronExpression cron;
  RETURN_IF_ERROR(ParseField(kFields[0], fields[0], cron.minutes_));
  RETURN_IF_ERROR(ParseField(kFields[1], fields[1], cron.hours_));
  RETURN_IF_ERROR(ParseField(kFields[2], fields[2], cron.days_));
  RETURN_IF_ERROR(ParseField(kFields[3], fields[3], cron.months_));
  RETURN_IF_ERROR(ParseField(kFields[4], fields[4], cron.weekdays_));
  if (cron.weekdays_.test(7)) cron.weekdays_.set(0);
  cron.both_must_match_ = fields[2].front() == '*' || fields[4].front() == '*';
  const absl::CivilDay first(2000, 1, 1);
  for (absl::CivilDay day = first; day.year() < 2000 + kSearchYears; ++day)
    if (cron.Matches(day)) return cron;
  return absl::InvalidArgumentError(
      absl::StrCat("got \"", text, "\", want days that there are"));
}

bool CronExpression::Matches(absl::CivilDay day) const {
  if (!months_.test(static_cast<size_t>(day.month()))) return false;
  const bool day_matches = days_.test(static_cast<size_t>(day.day()));
  const bool weekday_matches = weekdays_.test(WeekdayOf(day));
  return both_must_match_ ? day_matches && weekday_matches
                          : day_matches || weekday_matches;
}

std::optional<absl::Time> CronExpression::NextAfter(absl::Time time,
                                                    absl::TimeZone zone) const {
  const absl::CivilDay first(zone.At(time).cs);
  for (absl::CivilDay day = first; day.year() <= first.year() + kSearchYears;
       ++day) {
    if (!Matches(day)) continue;
    const std::optional<absl::Time> due = FirstOfDay(day, time, zone);
    if (due.has_value()) return due;
  }
  return std::nullopt;
}

std::optional<absl::Time> CronExpression::FirstOfDay(
    absl::CivilDay day, absl::Time after, absl::TimeZone zone) const {
  for (size_t hour = 0; hour < hours_.size(); ++hour) {
    if (!hours_.test(hour)) continue;
    for (size_t minute = 0; minute < minutes_.size(); ++minute) {
      if (!minutes_.test(minute)) continue;
      const absl::Time due = MomentOf(
          absl::CivilSecond(day.year(), day.month(), day.day(),
                            static_cast<int>(hour), static_cast<int>(minute)),
          zone);
      if (due > after) return due;
    }
  }
  return std::nullopt;
}

absl::StatusOr<absl::TimeZone> ParseTimeZone(absl::string_view name) {
  const auto wrong = [&] {
    return absl::InvalidArgumentError(
        absl::StrCat("got \"", name,
                     "\", want a name of the IANA Time Zone Database, such as "
                     "Asia/Manila or UTC"));
  };
  // The library would read any file, given its path.
  if (name.empty() ||
      !absl::ascii_isalpha(static_cast<unsigned char>(name.front())))
    return wrong();
  for (const char c : name)
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '/' &&
        c != '_' && c != '-' && c != '+')
      return wrong();
  // Of the machine, and copies with other rules for leap seconds.
  if (name == "localtime" || name == "posixrules" || name == "Factory" ||
      absl::StartsWith(name, "posix/") || absl::StartsWith(name, "right/"))
    return wrong();
  absl::TimeZone zone;
  if (!absl::LoadTimeZone(std::string(name), &zone)) return wrong();
  return zone;
}

}  // namespace compendium::reporting
