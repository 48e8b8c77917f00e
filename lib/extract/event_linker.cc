// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_linker.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/civil_time.h"
#include "lib/domain/edtf_date.h"
#include "lib/domain/name_key.h"
#include "lib/extract/title_words.h"

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
// Two reports of one event may be a day apart, not more.
constexpr int kDaysApartMax = 1;
// The title's part of a key; Meeting.event_key holds 128 bytes.
constexpr size_t kKeyTitleMax = 72;

// A mention, prepared for comparison.
struct Side {
  const MeetingMention* mention = nullptr;
  TitleWords words;
  bool dated = false;  // more than a year
  int year = 0;
  int64_t first = 0;  // days are counted, so that comparing them costs nothing
  int64_t last = 0;
  std::string city;  // as a NameKey
};

// The place is compared by itself.
TitleWords WithoutPlace(TitleWords words, const MeetingMention& mention) {
  const TitleWords place = WordsOf(mention.place_as_written);
  for (auto* list : {&words.words, &words.plain}) {
    std::vector<std::string> rest;
    std::set_difference(list->begin(), list->end(), place.words.begin(),
                        place.words.end(), std::back_inserter(rest));
    if (!rest.empty()) *list = std::move(rest);
  }
  return words;
}

Side SideOf(const MeetingMention& mention) {
  Side side;
  side.mention = &mention;
  side.words = WithoutPlace(WordsOf(mention.title), mention);
  side.city = NameKey(mention.city);
  const auto date = EdtfDate::Parse(mention.edtf);
  if (date.ok() && date->search_from_day().is_day() &&
      date->search_to_day().is_day()) {
    const absl::CivilDay origin;
    side.first = date->search_from_day().day() - origin;
    side.last = date->search_to_day().day() - origin;
    side.year = static_cast<int>(date->search_from_day().day().year());
    side.dated = mention.detail != DateDetail::kYear;
  }
  return side;
}

bool IsOpen(MeetingLevel level) {
  return level == MEETING_LEVEL_OTHER || level == MEETING_LEVEL_UNSPECIFIED;
}

bool IsDifferent(const std::string& one, const std::string& other) {
  return !one.empty() && !other.empty() && one != other;
}

// A forum at ministers' level is ministerial to one and a forum to another.
bool LevelsDiffer(const Side& one, const Side& other) {
  const MeetingLevel a = one.mention->level;
  const MeetingLevel b = other.mention->level;
  if (IsOpen(a) || IsOpen(b) || a == b) return false;
  const bool forum = a == MEETING_LEVEL_SUMMIT_CONFERENCE ||
                     b == MEETING_LEVEL_SUMMIT_CONFERENCE;
  return !forum || Likeness(one.words, other.words) < kAlikeByTitle;
}

bool Conflict(const Side& one, const Side& other) {
  const MeetingMention& a = *one.mention;
  const MeetingMention& b = *other.mention;
  if (a.edtf.empty() || b.edtf.empty()) return true;
  if (a.question_id == b.question_id) return true;
  // May and June, or two years, touch without meaning the same day.
  const bool days =
      a.detail == DateDetail::kDay && b.detail == DateDetail::kDay;
  const int apart = days ? kDaysApartMax : 0;
  if (one.last < other.first - apart || other.last < one.first - apart) {
    return true;
  }
  if (IsDifferent(one.city, other.city)) return true;
  if (IsDifferent(a.country_code, b.country_code)) return true;
  if (OrdinalsDiffer(one.words, other.words)) return true;
  return LevelsDiffer(one, other);
}

// How much speaks for one event; 0 when not enough does.
double Agreement(const Side& one, const Side& other) {
  if (Conflict(one, other)) return 0;
  const double alike = Likeness(one.words, other.words);
  if (!one.dated || !other.dated) {
    const size_t words =
        std::min(one.words.words.size(), other.words.words.size());
    const bool placed = !one.city.empty() && one.city == other.city;
    const bool numbered =
        !one.words.ordinals.empty() && !other.words.ordinals.empty();
    if (words < 2 && !numbered && !placed) return 0;
    return alike >= kAlikeByTitle ? alike : 0;
  }
  const MeetingLevel level = one.mention->level;
  const bool rare = level == other.mention->level &&
                    (level == MEETING_LEVEL_SENIOR_OFFICIALS ||
                     level == MEETING_LEVEL_MINISTERIAL);
  const bool same_days = one.first == other.first && one.last == other.last;
  const bool same_place = !one.city.empty() && one.city == other.city;
  const bool days = one.mention->detail == DateDetail::kDay;
  if (!rare && alike < kAlikeByDate && !(same_days && same_place && days)) {
    return 0;
  }
  return 1 + alike + (same_days ? 0.5 : 0) + (same_place ? 0.5 : 0);
}

// In words, why two mentions are taken for one event, and how surely. What
// agrees adds up; a program is never quite sure.
void Explain(const Side& one, const Side& other, MeetingMention& mention) {
  constexpr int kPercentMax = 95;
  std::vector<absl::string_view> reasons;
  int percent = 50;
  const auto add = [&](bool holds, absl::string_view reason, int weight) {
    if (!holds) return;
    reasons.push_back(reason);
    percent += weight;
  };
  const double alike = Likeness(one.words, other.words);
  const bool dated = one.dated && other.dated;
  const bool same_days = one.first == other.first && one.last == other.last;
  const bool days = one.mention->detail == DateDetail::kDay &&
                    other.mention->detail == DateDetail::kDay;
  const bool open = IsOpen(one.mention->level) || IsOpen(other.mention->level);
  add(dated && same_days, "same dates", days ? 20 : 10);
  add(dated && !same_days, "dates that meet", 0);
  add(!dated, "a year without a day", 0);
  add(!one.city.empty() && one.city == other.city, "same city", 10);
  add(alike >= kAlikeByTitle, "alike titles", 15);
  add(alike >= kAlikeByDate && alike < kAlikeByTitle, "similar titles", 5);
  add(!one.words.ordinals.empty() && !other.words.ordinals.empty(),
      "same number in a series", 10);
  add(!open && one.mention->level == other.mention->level, "same level", 5);
  mention.match_reason = absl::StrJoin(reasons, ", ");
  mention.match_percent = std::min(percent, kPercentMax);
}

struct Pair {
  double agreement = 0;
  size_t one = 0;
  size_t other = 0;
};

// The events as sets of mentions.
class Events {
 public:
  explicit Events(const std::vector<MeetingMention>& mentions)
      : parent_(mentions.size()), questions_(mentions.size()) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
    for (size_t i = 0; i < mentions.size(); ++i) {
      questions_[i].insert(mentions[i].question_id);
    }
  }

  size_t Find(size_t mention) {
    while (parent_[mention] != mention) {
      parent_[mention] = parent_[parent_[mention]];
      mention = parent_[mention];
    }
    return mention;
  }

  // Makes one event of two, unless a question would tell of it twice.
  void Join(size_t one, size_t other) {
    one = Find(one);
    other = Find(other);
    if (one == other) return;
    for (const std::string& question : questions_[other]) {
      if (questions_[one].contains(question)) return;
    }
    const size_t root = std::min(one, other);
    const size_t child = std::max(one, other);
    parent_[child] = root;
    questions_[root].insert(questions_[child].begin(), questions_[child].end());
  }

 private:
  std::vector<size_t> parent_;  // the root is the first mention
  std::vector<absl::flat_hash_set<std::string>> questions_;
};

// An edition without a day is the only dated event of its year.
void JoinEditions(const std::vector<Side>& sides, Events& events,
                  std::vector<MeetingMention>& mentions) {
  for (size_t i = 0; i < sides.size(); ++i) {
    const MeetingMention& edition = *sides[i].mention;
    if (!edition.is_edition || sides[i].dated || !IsOpen(edition.level)) {
      continue;
    }
    absl::flat_hash_set<size_t> found;
    size_t dated = 0;
    for (size_t k = 0; k < sides.size(); ++k) {
      if (!sides[k].dated || sides[k].year != sides[i].year) {
        continue;
      }
      found.insert(events.Find(k));
      dated = k;
    }
    if (found.size() != 1) continue;
    events.Join(i, dated);
    constexpr int kEditionPercent = 60;
    MeetingMention& later = mentions[std::max(i, dated)];
    if (events.Find(i) != events.Find(dated) || !later.match_reason.empty()) {
      continue;
    }
    later.match_reason = "an edition, and the only dated event of its year";
    later.match_percent = kEditionPercent;
  }
}

// The dated events of a mention's year and level, by their days.
std::vector<size_t> DatedLike(const std::vector<Side>& sides, size_t i,
                              Events& events) {
  absl::flat_hash_set<size_t> roots;
  std::vector<size_t> found;
  for (size_t k = 0; k < sides.size(); ++k) {
    const bool like = sides[k].dated && sides[k].year == sides[i].year &&
                      sides[k].mention->level == sides[i].mention->level;
    if (like && roots.insert(events.Find(k)).second) found.push_back(k);
  }
  std::stable_sort(found.begin(), found.end(), [&](size_t a, size_t b) {
    return sides[a].first < sides[b].first;
  });
  return found;
}

// "Two meetings were held. The first was a regular one": if there are just two
// dated ones, it is the earlier of them.
void JoinListed(const std::vector<Side>& sides, Events& events,
                std::vector<MeetingMention>& mentions) {
  constexpr int kListedPercent = 60;
  for (size_t i = 0; i < sides.size(); ++i) {
    const MeetingMention& listed = *sides[i].mention;
    if (listed.listed == 0 || sides[i].dated) continue;
    const std::vector<size_t> like = DatedLike(sides, i, events);
    if (static_cast<int>(like.size()) != listed.listed_of) continue;
    const size_t dated = like[static_cast<size_t>(listed.listed - 1)];
    const bool joined = std::any_of(like.begin(), like.end(), [&](size_t k) {
      return events.Find(k) == events.Find(i);
    });
    if (joined || Conflict(sides[i], sides[dated])) continue;
    events.Join(i, dated);
    if (events.Find(i) != events.Find(dated)) continue;
    MeetingMention& later = mentions[std::max(i, dated)];
    later.match_reason = "the same place among as many meetings of the year";
    later.match_percent = kListedPercent;
  }
}

// Gives each mention but the first of its event the reason of its best pair,
// with an earlier mention if there is one.
void ExplainMatches(const std::vector<Side>& sides,
                    const std::vector<Pair>& pairs, Events& events,
                    std::vector<MeetingMention>& mentions) {
  for (const bool with_earlier : {true, false}) {
    for (const Pair& pair : pairs) {
      const size_t later = with_earlier ? pair.other : pair.one;
      const size_t event = events.Find(pair.one);
      if (event != events.Find(pair.other) || event == later) continue;
      if (!mentions[later].match_reason.empty()) continue;
      Explain(sides[pair.one], sides[pair.other], mentions[later]);
    }
  }
}

std::string KeyFor(const MeetingMention& mention,
                   absl::flat_hash_set<std::string>& taken) {
  std::string key = mention.edtf.substr(0, mention.edtf.find('/'));
  key.erase(std::remove_if(key.begin(), key.end(),
                           [](char c) {
                             return c != '-' &&
                                    !absl::ascii_isdigit(
                                        static_cast<unsigned char>(c));
                           }),
            key.end());
  bool gap = true;
  for (const char c : mention.title) {
    if (key.size() >= kKeyTitleMax) break;
    const auto byte = static_cast<unsigned char>(c);
    if (!absl::ascii_isalnum(byte)) {
      gap = true;
      continue;
    }
    if (gap) key.push_back('-');
    key.push_back(absl::ascii_tolower(byte));
    gap = false;
  }
  const std::string base = key;
  for (int i = 2; !taken.insert(key).second; ++i)
    key = absl::StrCat(base, "-", i);
  return key;
}

void TakeLevels(Events& events, std::vector<MeetingMention>& mentions) {
  absl::flat_hash_map<size_t, MeetingLevel> levels;
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (!IsOpen(mentions[i].level)) {
      levels.try_emplace(events.Find(i), mentions[i].level);
    }
  }
  for (size_t i = 0; i < mentions.size(); ++i) {
    const auto level = levels.find(events.Find(i));
    if (IsOpen(mentions[i].level) && level != levels.end()) {
      mentions[i].level = level->second;
    }
  }
}

}  // namespace

void LinkEvents(std::vector<MeetingMention>& mentions) {
  std::vector<Side> sides;
  sides.reserve(mentions.size());
  for (const MeetingMention& mention : mentions) {
    sides.push_back(SideOf(mention));
  }
  std::vector<Pair> pairs;
  for (size_t i = 0; i < sides.size(); ++i) {
    for (size_t k = i + 1; k < sides.size(); ++k) {
      const double agreement = Agreement(sides[i], sides[k]);
      if (agreement > 0) pairs.push_back({agreement, i, k});
    }
  }
  std::stable_sort(
      pairs.begin(), pairs.end(),
      [](const Pair& a, const Pair& b) { return a.agreement > b.agreement; });
  Events events(mentions);
  for (const Pair& pair : pairs) events.Join(pair.one, pair.other);
  JoinEditions(sides, events, mentions);
  JoinListed(sides, events, mentions);
  ExplainMatches(sides, pairs, events, mentions);
  std::vector<size_t> sizes(mentions.size(), 0);
  for (size_t i = 0; i < mentions.size(); ++i) ++sizes[events.Find(i)];
  absl::flat_hash_set<std::string> taken;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const size_t root = events.Find(i);
    if (sizes[root] < 2) continue;
    mentions[i].event_key =
        root == i ? KeyFor(mentions[i], taken) : mentions[root].event_key;
  }
  TakeLevels(events, mentions);
}

}  // namespace compendium
