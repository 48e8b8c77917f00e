// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_linker.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/event_join.h"
#include "lib/extract/event_kinds.h"
#include "lib/extract/event_listed.h"
#include "lib/extract/event_sets.h"
#include "lib/extract/event_side.h"

namespace compendium {
namespace {

// The title's part of a key; Meeting.event_key holds 128 bytes.
constexpr size_t kKeyTitleMax = 72;

// The dated mentions of one year.
struct YearOfEvents {
  std::vector<size_t> mentions;
  // Whether they are all of one event; unknown after events were joined.
  enum class Single { kUnknown, kYes, kNo } single = Single::kUnknown;
};

class EditionJoin {
 public:
  EditionJoin(const EventKinds& kinds, EventSets& events,
              std::vector<MeetingMention>& mentions)
      : kinds_(kinds), events_(events), mentions_(mentions) {}

  void Run();

 private:
  bool IsSingle(YearOfEvents& year);
  void Explain(size_t edition, size_t dated);

  const EventKinds& kinds_;
  EventSets& events_;
  std::vector<MeetingMention>& mentions_;
  absl::flat_hash_map<int, YearOfEvents> years_;
};

// An edition without a day is the only dated event of its year.
void EditionJoin::Run() {
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const EventSide& side = kinds_.SideOf(i);
    if (side.dated) years_[side.year].mentions.push_back(i);
  }
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const EventSide& side = kinds_.SideOf(i);
    if (!mentions_[i].is_edition || side.dated || !IsOpenLevel(side.level)) {
      continue;
    }
    const auto year = years_.find(side.year);
    if (year == years_.end() || !IsSingle(year->second)) continue;
    const size_t dated = year->second.mentions.back();
    if (events_.Join(i, dated)) {
      // An event in several years may have become the only one of another.
      for (auto& [unused, other] : years_) {
        other.single = YearOfEvents::Single::kUnknown;
      }
    }
    Explain(i, dated);
  }
}

bool EditionJoin::IsSingle(YearOfEvents& year) {
  using Single = YearOfEvents::Single;
  if (year.single == Single::kUnknown) {
    const size_t event = events_.Find(year.mentions.front());
    const bool single = std::all_of(
        year.mentions.begin(), year.mentions.end(),
        [&](size_t mention) { return events_.Find(mention) == event; });
    year.single = single ? Single::kYes : Single::kNo;
  }
  return year.single == Single::kYes;
}

void EditionJoin::Explain(size_t edition, size_t dated) {
  constexpr int kEditionPercent = 60;
  MeetingMention& later = mentions_[std::max(edition, dated)];
  if (events_.Find(edition) != events_.Find(dated) ||
      !later.match_reason.empty()) {
    return;
  }
  later.match_reason = "an edition, and the only dated event of its year";
  later.match_percent = kEditionPercent;
}

// Two mentions of one event that agree.
struct Match {
  double agreement = 0;
  size_t one = 0;
  size_t other = 0;
};

// Gives each mention of an event but the first the reason of its best pair,
// with an earlier mention if there is one.
void ExplainEvent(const EventKinds& kinds, const std::vector<size_t>& event,
                  std::vector<MeetingMention>& mentions) {
  std::vector<Match> matches;
  for (size_t i = 0; i < event.size(); ++i) {
    for (size_t k = i + 1; k < event.size(); ++k) {
      const double agreement =
          Agreement(kinds.SideOf(event[i]), kinds.SideOf(event[k]));
      if (agreement > 0) matches.push_back({agreement, event[i], event[k]});
    }
  }
  std::stable_sort(
      matches.begin(), matches.end(),
      [](const Match& a, const Match& b) { return a.agreement > b.agreement; });
  for (const bool with_earlier : {true, false}) {
    for (const Match& match : matches) {
      const size_t later = with_earlier ? match.other : match.one;
      if (event.front() == later) continue;
      if (!mentions[later].match_reason.empty()) continue;
      ExplainMatch(kinds.SideOf(match.one), kinds.SideOf(match.other),
                   mentions[later]);
    }
  }
}

// The keys of one questionnaire's events.
class KeyMaker {
 public:
  std::string KeyFor(const MeetingMention& mention) {
    const std::string base = BaseOf(mention);
    // Where the last key of this base ended, so that many equal ones are not
    // counted through again and again.
    int& number = numbers_[base];
    std::string key;
    do {
      ++number;
      key = number == 1 ? base : absl::StrCat(base, "-", number);
    } while (!taken_.insert(key).second);
    return key;
  }

 private:
  static std::string BaseOf(const MeetingMention& mention);

  absl::flat_hash_set<std::string> taken_;
  absl::flat_hash_map<std::string, int> numbers_;  // by base
};

std::string KeyMaker::BaseOf(const MeetingMention& mention) {
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
  return key;
}

// The first level that the text does not leave open holds for all.
void TakeLevel(const std::vector<size_t>& event,
               std::vector<MeetingMention>& mentions) {
  const auto told = std::find_if(
      event.begin(), event.end(),
      [&](size_t mention) { return !IsOpenLevel(mentions[mention].level); });
  if (told == event.end()) return;
  const registry::v1::MeetingLevel level = mentions[*told].level;
  for (const size_t mention : event) {
    if (IsOpenLevel(mentions[mention].level)) mentions[mention].level = level;
  }
}

}  // namespace

void LinkEvents(std::vector<MeetingMention>& mentions) {
  if (mentions.size() < 2) return;
  const EventKinds kinds(mentions);
  std::vector<int> questions;
  questions.reserve(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) {
    questions.push_back(kinds.SideOf(i).question);
  }
  EventSets events(questions, kinds.question_count());
  JoinAlike(kinds, events);
  EditionJoin(kinds, events, mentions).Run();
  JoinListed(kinds, events, mentions);
  // By the first one; those that stand alone are left out.
  std::vector<std::vector<size_t>> members(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) {
    const size_t first = events.Find(i);
    if (first == i) continue;
    if (members[first].empty()) members[first].push_back(first);
    members[first].push_back(i);
  }
  KeyMaker keys;
  for (const std::vector<size_t>& event : members) {
    if (event.empty()) continue;
    ExplainEvent(kinds, event, mentions);
    const std::string key = keys.KeyFor(mentions[event.front()]);
    for (const size_t mention : event) mentions[mention].event_key = key;
    TakeLevel(event, mentions);
  }
}

}  // namespace compendium
