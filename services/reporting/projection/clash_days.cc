// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/clash_days.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/domain/edtf_days.h"
#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

// What one date says.
struct DateDays {
  std::vector<DayRange> allowed;  // in the order in which it is written
  bool wide = false;              // more than kClashDaysMax
  Days possible;                  // the allowed ones; empty when `wide`
  Days certain;
};

bool Allows(const DateDays& date, absl::CivilDay day) {
  return std::any_of(date.allowed.begin(), date.allowed.end(),
                     [&](const DayRange& range) {
                       return !(day < range.first) && !(range.last < day);
                     });
}

// Without X, which stands for any digit: a form that may mean several days.
bool IsExact(const EdtfDate& date) {
  return date.precision() <= EdtfPrecision::kDay && !date.is_uncertain() &&
         !date.is_approximate() && date.earliest_day().is_day() &&
         date.latest_day().is_day() && !absl::StrContains(date.ToString(), 'X');
}

void SortOnce(Days& days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

// Adds what a date, interval or season allows.
void AddSpan(const EdtfDate& date, bool may_be_certain, DateDays& days) {
  const DayBound from = date.search_from_day();
  const DayBound to = date.search_to_day();
  const DayRange range{from.is_day() ? from.day() : absl::CivilDay::min(),
                       to.is_day() ? to.day() : absl::CivilDay::max()};
  days.allowed.push_back(range);
  // An open end lies further away than the difference of days can tell.
  const bool open = !from.is_day() || !to.is_day();
  if (open || range.last - range.first >= kClashDaysMax) {
    days.wide = true;
    return;
  }
  const bool certain = may_be_certain && IsExact(date);
  for (absl::CivilDay day = range.first; !(range.last < day); ++day) {
    days.possible.push_back(day);
    if (certain) days.certain.push_back(day);
  }
}

// The items of a set or list as dates: "a..b" is an interval.
std::vector<EdtfDate> ItemsOf(const EdtfDate& date) {
  const std::string& text = date.ToString();
  std::vector<EdtfDate> items;
  for (const absl::string_view item : absl::StrSplit(
           absl::string_view(text).substr(1, text.size() - 2), ',')) {
    const size_t dots = item.find("..");
    std::string written(item);
    if (dots == 0) {
      written = absl::StrCat("../", item.substr(2));
    } else if (dots != absl::string_view::npos) {
      const absl::string_view end = item.substr(dots + 2);
      written =
          absl::StrCat(item.substr(0, dots), "/", end.empty() ? ".." : end);
    }
    auto parsed = EdtfDate::Parse(written);
    if (parsed.ok()) items.push_back(*std::move(parsed));
  }
  return items;
}

DateDays ReadDays(const EdtfDate& date) {
  DateDays days;
  if (date.kind() == EdtfKind::kSet || date.kind() == EdtfKind::kList) {
    const bool all = date.kind() == EdtfKind::kList;
    for (const EdtfDate& item : ItemsOf(date)) AddSpan(item, all, days);
  } else {
    AddSpan(date, /*may_be_certain=*/true, days);
  }
  SortOnce(days.possible);
  SortOnce(days.certain);
  days.wide = days.wide || days.possible.size() > kClashDaysMax;
  if (days.wide) days.possible.clear();
  if (days.wide) days.certain.clear();
  return days;
}

// Whether `finer` allows some of the days of `date` only.
bool Refines(const DateDays& finer, const DateDays& date) {
  return !finer.possible.empty() &&
         finer.possible.size() < date.possible.size() &&
         std::includes(date.possible.begin(), date.possible.end(),
                       finer.possible.begin(), finer.possible.end());
}

Days PossibleDays(const std::vector<DateDays>& dates) {
  Days possible;
  for (const DateDays& date : dates) {
    const bool refined = std::any_of(
        dates.begin(), dates.end(),
        [&](const DateDays& other) { return Refines(other, date); });
    if (refined) continue;
    possible.insert(possible.end(), date.possible.begin(), date.possible.end());
  }
  SortOnce(possible);
  if (possible.size() > kClashDaysMax) possible.clear();
  return possible;
}

bool IsCertain(const std::vector<DateDays>& dates, absl::CivilDay day) {
  const auto is_sure = [&](const DateDays& date) {
    return std::binary_search(date.certain.begin(), date.certain.end(), day);
  };
  const auto allows = [&](const DateDays& date) { return Allows(date, day); };
  return std::any_of(dates.begin(), dates.end(), is_sure) &&
         std::all_of(dates.begin(), dates.end(), allows);
}

}  // namespace

EventDays DaysOfEvent(const std::vector<EdtfDate>& dates) {
  std::vector<DateDays> different;
  std::set<std::string> seen;
  for (const EdtfDate& date : dates)
    if (seen.insert(date.ToString()).second)
      different.push_back(ReadDays(date));
  EventDays days;
  days.possible = PossibleDays(different);
  for (const absl::CivilDay day : days.possible)
    if (IsCertain(different, day)) days.certain.push_back(day);
  return days;
}

Days CommonDays(const Days& a, const Days& b) {
  Days common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return common;
}

}  // namespace compendium::reporting
