// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_side.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

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

// The place is compared by itself: a title is left without its words, unless
// it has no others.
WordNumbers WithoutPlace(const WordNumbers& words, const WordNumbers& place) {
  WordNumbers rest;
  std::set_difference(words.begin(), words.end(), place.begin(), place.end(),
                      std::back_inserter(rest));
  return rest.empty() ? words : rest;
}

// A country's three letters.
int NumberOf(absl::string_view country_code) {
  int number = 0;
  for (const char letter : country_code)
    number = number << 8 | static_cast<unsigned char>(letter);
  return number;
}

template <typename Numbers>
size_t CountCommon(const Numbers& one, const Numbers& other) {
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
double Share(const WordNumbers& one, const WordNumbers& other) {
  const size_t shorter = std::min(one.size(), other.size());
  if (shorter == 0) return 0;
  return static_cast<double>(CountCommon(one, other)) /
         static_cast<double>(shorter);
}

// See Likeness of titles.
double LikenessOf(const EventSide& one, const EventSide& other) {
  const bool same = one.title == other.title && one.place == other.place;
  if (same && !one.words.empty()) return 1;
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

EventSide SideOf(const MeetingMention& mention, EventTexts& texts) {
  EventSide side;
  side.question = texts.QuestionOf(mention.question_id);
  side.title = texts.TitleOf(mention.title);
  side.place = texts.TitleOf(mention.place_as_written);
  side.city = texts.CityOf(mention.city);
  side.country = NumberOf(mention.country_code);
  side.level = mention.level;
  side.detail = mention.detail;
  side.has_date = !mention.edtf.empty();
  if (mention.days.has_value()) {
    const absl::CivilDay origin;
    side.first_day = mention.days->first - origin;
    side.last_day = mention.days->last - origin;
    side.year = static_cast<int>(mention.days->first.year());
    side.dated = mention.detail != DateDetail::kYear;
  }
  return side;
}

void TakeWords(const EventTexts& texts, EventSide& side) {
  const NumberedTitle& title = texts.WordsOf(side.title);
  const WordNumbers& place = texts.WordsOf(side.place).words;
  side.words = WithoutPlace(title.words, place);
  side.plain = title.all_plain ? side.words : WithoutPlace(title.plain, place);
  side.all_plain = title.all_plain || side.words == side.plain;
  side.ordinals = title.ordinals;
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
  // Room for most; growing costs more than all comparisons.
  constexpr size_t kReasonBytes = 64;
  std::string& reasons = mention.match_reason;
  reasons.reserve(kReasonBytes);
  int percent = 50;
  const auto add = [&](bool holds, absl::string_view reason, int weight) {
    if (!holds) return;
    absl::StrAppend(&reasons, reasons.empty() ? "" : ", ", reason);
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
  mention.match_percent = std::min(percent, kPercentMax);
}

}  // namespace compendium
