// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_side.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/name_key.h"

namespace compendium {
namespace {

using registry::v1::MEETING_LEVEL_MINISTERIAL;
using registry::v1::MEETING_LEVEL_OTHER;
using registry::v1::MEETING_LEVEL_SENIOR_OFFICIALS;
using registry::v1::MEETING_LEVEL_SUMMIT_CONFERENCE;
using registry::v1::MEETING_LEVEL_UNSPECIFIED;
using registry::v1::MeetingLevel;

// How alike titles must be: with nothing but a year, and beside meeting days.
constexpr double kAlikeByTitle = 0.8;
constexpr double kAlikeByDate = 0.6;

// The place is compared by itself.
TitleWords WithoutPlace(TitleWords words, const MeetingMention& mention) {
  if (mention.place_as_written.empty()) return words;
  const TitleWords place = WordsOf(mention.place_as_written);
  for (auto* list : {&words.words, &words.plain}) {
    std::vector<std::string> rest;
    std::set_difference(list->begin(), list->end(), place.words.begin(),
                        place.words.end(), std::back_inserter(rest));
    if (!rest.empty()) *list = std::move(rest);
  }
  return words;
}

size_t CountCommon(const std::vector<int>& one, const std::vector<int>& other) {
  size_t common = 0;
  auto a = one.begin();
  auto b = other.begin();
  while (a != one.end() && b != other.end()) {
    const bool same = *a == *b;
    const bool behind = *a < *b;
    common += same ? 1 : 0;
    a += same || behind ? 1 : 0;
    b += same || !behind ? 1 : 0;
  }
  return common;
}

// How much of the shorter list the other one has.
double Share(const std::vector<int>& one, const std::vector<int>& other) {
  const size_t shorter = std::min(one.size(), other.size());
  if (shorter == 0) return 0;
  return static_cast<double>(CountCommon(one, other)) /
         static_cast<double>(shorter);
}

// See Likeness of titles.
double LikenessOf(const EventSide& one, const EventSide& other) {
  const double share = Share(one.words, other.words);
  if (one.all_plain && other.all_plain) return share;
  return std::max(share, Share(one.plain, other.plain));
}

bool IsDifferent(int one, int other) {
  return one != 0 && other != 0 && one != other;
}

// A forum at ministers' level is ministerial to one and a forum to another.
bool LevelsDiffer(const EventSide& one, const EventSide& other) {
  const MeetingLevel a = one.level;
  const MeetingLevel b = other.level;
  if (IsOpenLevel(a) || IsOpenLevel(b) || a == b) return false;
  const bool forum = a == MEETING_LEVEL_SUMMIT_CONFERENCE ||
                     b == MEETING_LEVEL_SUMMIT_CONFERENCE;
  return !forum || LikenessOf(one, other) < kAlikeByTitle;
}

bool NumbersDiffer(const EventSide& one, const EventSide& other) {
  return !one.ordinals.empty() && !other.ordinals.empty() &&
         CountCommon(one.ordinals, other.ordinals) == 0;
}

bool SameCity(const EventSide& one, const EventSide& other) {
  return one.city != 0 && one.city == other.city;
}

bool SameDays(const EventSide& one, const EventSide& other) {
  return one.first_day == other.first_day && one.last_day == other.last_day;
}

bool BothNumbered(const EventSide& one, const EventSide& other) {
  return !one.ordinals.empty() && !other.ordinals.empty();
}

}  // namespace

int TextNumbers::NumberOf(absl::string_view text) {
  if (text.empty()) return 0;
  return numbers_.try_emplace(text, count() + 1).first->second;
}

std::vector<int> TextNumbers::NumbersOf(const std::vector<std::string>& texts) {
  std::vector<int> numbers;
  numbers.reserve(texts.size());
  for (const std::string& text : texts) numbers.push_back(NumberOf(text));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

const std::optional<EventDays>& DaysByText::DaysOf(absl::string_view edtf) {
  const auto [entry, added] = days_.try_emplace(edtf);
  if (!added) return entry->second;
  const auto date = EdtfDate::Parse(edtf);
  if (date.ok() && date->search_from_day().is_day() &&
      date->search_to_day().is_day()) {
    const absl::CivilDay origin;
    const absl::CivilDay first = date->search_from_day().day();
    entry->second =
        EventDays{first - origin, date->search_to_day().day() - origin,
                  static_cast<int>(first.year())};
  }
  return entry->second;
}

EventSide SideOf(const MeetingMention& mention, TextNumbers& numbers,
                 DaysByText& days) {
  EventSide side;
  const TitleWords words = WithoutPlace(WordsOf(mention.title), mention);
  side.words = numbers.NumbersOf(words.words);
  side.all_plain = words.words == words.plain;
  side.plain = side.all_plain ? side.words : numbers.NumbersOf(words.plain);
  side.ordinals = words.ordinals;
  side.question = numbers.NumberOf(mention.question_id);
  side.city = numbers.NumberOf(NameKey(mention.city));
  side.country = numbers.NumberOf(mention.country_code);
  side.level = mention.level;
  side.detail = mention.detail;
  side.has_date = !mention.edtf.empty();
  const std::optional<EventDays>& of_date = days.DaysOf(mention.edtf);
  if (of_date.has_value()) {
    side.first_day = of_date->first;
    side.last_day = of_date->last;
    side.year = of_date->year;
    side.dated = mention.detail != DateDetail::kYear;
  }
  return side;
}

bool IsOpenLevel(MeetingLevel level) {
  return level == MEETING_LEVEL_OTHER || level == MEETING_LEVEL_UNSPECIFIED;
}

bool Contradict(const EventSide& one, const EventSide& other) {
  if (!one.has_date || !other.has_date) return true;
  if (one.question == other.question) return true;
  // May and June, or two years, touch without meaning the same day.
  const bool days =
      one.detail == DateDetail::kDay && other.detail == DateDetail::kDay;
  const int apart = days ? kDaysApartMax : 0;
  if (one.last_day < other.first_day - apart ||
      other.last_day < one.first_day - apart) {
    return true;
  }
  if (IsDifferent(one.city, other.city)) return true;
  if (IsDifferent(one.country, other.country)) return true;
  if (NumbersDiffer(one, other)) return true;
  return LevelsDiffer(one, other);
}

size_t MayLack(size_t words) {
  size_t lack = 0;
  while (lack < words &&
         static_cast<double>(words - lack - 1) / static_cast<double>(words) >=
             kAlikeByTitle) {
    ++lack;
  }
  return lack;
}

double Agreement(const EventSide& one, const EventSide& other) {
  if (Contradict(one, other)) return 0;
  const bool same_city = SameCity(one, other);
  if (!one.dated || !other.dated) {
    const size_t words = std::min(one.words.size(), other.words.size());
    if (words < 2 && !BothNumbered(one, other) && !same_city) return 0;
    const double alike = LikenessOf(one, other);
    return alike >= kAlikeByTitle ? alike : 0;
  }
  const double alike = LikenessOf(one, other);
  const bool rare = one.level == other.level &&
                    (one.level == MEETING_LEVEL_SENIOR_OFFICIALS ||
                     one.level == MEETING_LEVEL_MINISTERIAL);
  const bool same_days = SameDays(one, other);
  const bool days = one.detail == DateDetail::kDay;
  if (!rare && alike < kAlikeByDate && !(same_days && same_city && days)) {
    return 0;
  }
  return 1 + alike + (same_days ? 0.5 : 0) + (same_city ? 0.5 : 0);
}

// What agrees adds up; a program is never quite sure.
void ExplainMatch(const EventSide& one, const EventSide& other,
                  MeetingMention& mention) {
  constexpr int kPercentMax = 95;
  std::vector<absl::string_view> reasons;
  int percent = 50;
  const auto add = [&](bool holds, absl::string_view reason, int weight) {
    if (!holds) return;
    reasons.push_back(reason);
    percent += weight;
  };
  const double alike = LikenessOf(one, other);
  const bool dated = one.dated && other.dated;
  const bool same_days = SameDays(one, other);
  const bool days =
      one.detail == DateDetail::kDay && other.detail == DateDetail::kDay;
  const bool open = IsOpenLevel(one.level) || IsOpenLevel(other.level);
  add(dated && same_days, "same dates", days ? 20 : 10);
  add(dated && !same_days, "dates that meet", 0);
  add(!dated, "a year without a day", 0);
  add(SameCity(one, other), "same city", 10);
  add(alike >= kAlikeByTitle, "alike titles", 15);
  add(alike >= kAlikeByDate && alike < kAlikeByTitle, "similar titles", 5);
  add(BothNumbered(one, other), "same number in a series", 10);
  add(!open && one.level == other.level, "same level", 5);
  mention.match_reason = absl::StrJoin(reasons, ", ");
  mention.match_percent = std::min(percent, kPercentMax);
}

}  // namespace compendium
