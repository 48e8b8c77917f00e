// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_linker.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/types/span.h"
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
  std::vector<size_t> editions;
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const EventSide& side = kinds_.SideOf(i);
    const bool open = mentions_[i].is_edition && IsOpenLevel(side.level);
    if (open && !side.dated) editions.push_back(i);
  }
  if (editions.empty()) return;
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const EventSide& side = kinds_.SideOf(i);
    if (side.dated) years_[side.year].mentions.push_back(i);
  }
  for (const size_t i : editions) {
    const EventSide& side = kinds_.SideOf(i);
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

// The mentions of one event, in the order of the text.
using Event = absl::Span<const size_t>;

// Of [first, last) in an event, the first one of those that agree most with the
// one at `at`; `last` when none does.
size_t BestMatch(const EventKinds& kinds, Event event, size_t at, size_t first,
                 size_t last) {
  size_t best = last;
  double most = 0;
  for (size_t i = first; i < last && most < kAgreementMax; ++i) {
    const double agreement = Agreement(kinds.SideOf(event[std::min(i, at)]),
                                       kinds.SideOf(event[std::max(i, at)]));
    if (agreement <= most) continue;
    most = agreement;
    best = i;
  }
  return best;
}

// Gives each mention of an event but the first the reason of its best pair,
// with an earlier mention if there is one.
void ExplainEvent(const EventKinds& kinds, Event event,
                  std::vector<MeetingMention>& mentions) {
  for (size_t i = 1; i < event.size(); ++i) {
    MeetingMention& mention = mentions[event[i]];
    if (!mention.match_reason.empty()) continue;
    size_t match = BestMatch(kinds, event, i, 0, i);
    if (match == i) {
      match = BestMatch(kinds, event, i, i + 1, event.size());
      if (match == event.size()) continue;
    }
    ExplainMatch(kinds.SideOf(event[match]), kinds.SideOf(event[i]), mention);
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
void TakeLevel(Event event, std::vector<MeetingMention>& mentions) {
  const auto told = std::find_if(
      event.begin(), event.end(),
      [&](size_t mention) { return !IsOpenLevel(mentions[mention].level); });
  if (told == event.end()) return;
  const registry::v1::MeetingLevel level = mentions[*told].level;
  for (const size_t mention : event) {
    if (IsOpenLevel(mentions[mention].level)) mentions[mention].level = level;
  }
}

// The events by their first mentions, all in one list.
class EventMembers {
 public:
  EventMembers(size_t mention_count, EventSets& events);

  // Those of the event whose first mention it is; none for another mention.
  Event Of(size_t first) const {
    return Event(members_).subspan(begins_[first],
                                   begins_[first + 1] - begins_[first]);
  }

 private:
  std::vector<size_t> begins_;  // by first mention, and the end
  std::vector<size_t> members_;
};

EventMembers::EventMembers(size_t mention_count, EventSets& events)
    : begins_(mention_count + 1), members_(mention_count) {
  // First their counts, each behind its place, then where the next one goes.
  for (size_t i = 0; i < mention_count; ++i) ++begins_[events.Find(i) + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<size_t> next(begins_.begin(), begins_.end() - 1);
  for (size_t i = 0; i < mention_count; ++i)
    members_[next[events.Find(i)]++] = i;
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
  KeyMaker keys;
  const EventMembers members(mentions.size(), events);
  for (size_t first = 0; first < mentions.size(); ++first) {
    const Event event = members.Of(first);
    if (event.size() < 2) continue;
    ExplainEvent(kinds, event, mentions);
    const std::string key = keys.KeyFor(mentions[first]);
    for (const size_t mention : event) mentions[mention].event_key = key;
    TakeLevel(event, mentions);
  }
}

}  // namespace compendium
