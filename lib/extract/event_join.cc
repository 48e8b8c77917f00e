// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_join.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "lib/extract/event_candidates.h"

namespace compendium {
namespace {

// Two kinds of mentions that agree.
struct KindPair {
  size_t one = 0;
  size_t other = 0;
};

// The pairs that agree equally much, in no particular order, some of them
// twice.
struct Level {
  double agreement = 0;
  std::vector<KindPair> pairs;
};

// The best level first. Levels are few and pairs may be many, so that pairs are
// put in their level instead of being sorted.
std::vector<Level> LevelsOf(const std::vector<EventKind>& kinds) {
  std::vector<Level> levels;
  absl::flat_hash_map<double, size_t> places;
  size_t place = 0;  // that of the pair before
  VisitCandidates(kinds, [&](size_t one, size_t other) {
    const double agreement = Agreement(kinds[one].side, kinds[other].side);
    if (agreement <= 0) return;
    if (levels.empty() || levels[place].agreement != agreement) {
      const auto [entry, added] = places.try_emplace(agreement, levels.size());
      if (added) levels.push_back({agreement, {}});
      place = entry->second;
    }
    levels[place].pairs.push_back({one, other});
  });
  std::sort(levels.begin(), levels.end(), [](const Level& a, const Level& b) {
    return a.agreement > b.agreement;
  });
  return levels;
}

// The joining of all pairs of mentions that agree equally much.
class LevelJoin {
 public:
  LevelJoin(const EventKinds& kinds, EventSets& events)
      : kinds_(kinds), events_(events), partners_of_(kinds.kinds().size()) {}

  void Run(const std::vector<KindPair>& pairs);

 private:
  // A kind that agrees with another one. Its mentions before `next` are done
  // with: each comes before the mentions still to be joined, or has the other
  // kind's question in its event, which it keeps.
  struct Partner {
    size_t kind = 0;
    size_t next = 0;
  };
  // A mention that may join, as a place in its kind's list.
  struct Candidate {
    size_t mention = 0;
    size_t kind = 0;
    size_t place = 0;
    friend bool operator>(const Candidate& a, const Candidate& b) {
      return a.mention > b.mention;
    }
  };

  // Those of one kind, as a stretch of `partners_`.
  struct Partners {
    size_t first = 0;
    size_t count = 0;
  };

  void ListPartners(const std::vector<KindPair>& pairs);
  void JoinMention(size_t mention);
  void Push(const Candidate& candidate);
  Candidate Pop();

  const EventKinds& kinds_;
  EventSets& events_;
  std::vector<Partner> partners_;
  std::vector<Partners> partners_of_;  // by kind; none between runs
  std::vector<size_t> paired_;         // the kinds that have some
  std::vector<Candidate> candidates_;  // a heap, the first on top
};

void LevelJoin::Run(const std::vector<KindPair>& pairs) {
  ListPartners(pairs);
  std::vector<size_t> mentions;
  for (const size_t kind : paired_) {
    const auto& of_kind = kinds_.kinds()[kind].mentions;
    mentions.insert(mentions.end(), of_kind.begin(), of_kind.end());
  }
  std::sort(mentions.begin(), mentions.end());
  for (const size_t mention : mentions) JoinMention(mention);
  for (const size_t kind : paired_) partners_of_[kind] = {};
}

// Counts first, so that all partners stand in one list.
void LevelJoin::ListPartners(const std::vector<KindPair>& pairs) {
  paired_.clear();
  const auto count = [&](size_t kind) {
    if (partners_of_[kind].count++ == 0) paired_.push_back(kind);
  };
  for (const KindPair& pair : pairs) {
    count(pair.one);
    count(pair.other);
  }
  size_t first = 0;
  for (const size_t kind : paired_) {
    partners_of_[kind].first = first;
    first += std::exchange(partners_of_[kind].count, 0);
  }
  partners_.assign(first, {});
  const auto add = [&](size_t kind, size_t partner) {
    Partners& of_kind = partners_of_[kind];
    partners_[of_kind.first + of_kind.count++].kind = partner;
  };
  for (const KindPair& pair : pairs) {
    add(pair.one, pair.other);
    add(pair.other, pair.one);
  }
}

// Joins a mention with those behind it, in their order. One question joins an
// event once: of a partner's mentions only those before the first success are
// tried.
void LevelJoin::JoinMention(size_t mention) {
  const size_t kind = kinds_.KindOf(mention);
  const int question = kinds_.kinds()[kind].side.question;
  candidates_.clear();
  const Partners& partners = partners_of_[kind];
  for (size_t i = 0; i < partners.count; ++i) {
    Partner& partner = partners_[partners.first + i];
    const EventKind& other = kinds_.kinds()[partner.kind];
    if (events_.HasQuestion(mention, other.side.question)) continue;
    size_t& next = partner.next;
    while (next < other.mentions.size() &&
           (other.mentions[next] < mention ||
            events_.HasQuestion(other.mentions[next], question))) {
      ++next;
    }
    if (next < other.mentions.size()) {
      Push({other.mentions[next], partner.kind, next});
    }
  }
  while (!candidates_.empty()) {
    Candidate candidate = Pop();
    const EventKind& other = kinds_.kinds()[candidate.kind];
    if (events_.HasQuestion(mention, other.side.question)) continue;
    if (events_.Join(mention, candidate.mention)) continue;
    ++candidate.place;
    if (candidate.place >= other.mentions.size()) continue;
    candidate.mention = other.mentions[candidate.place];
    Push(candidate);
  }
}

void LevelJoin::Push(const Candidate& candidate) {
  candidates_.push_back(candidate);
  std::push_heap(candidates_.begin(), candidates_.end(), std::greater<>());
}

LevelJoin::Candidate LevelJoin::Pop() {
  std::pop_heap(candidates_.begin(), candidates_.end(), std::greater<>());
  const Candidate first = candidates_.back();
  candidates_.pop_back();
  return first;
}

}  // namespace

void JoinAlike(const EventKinds& kinds, EventSets& events) {
  LevelJoin join(kinds, events);
  for (const Level& level : LevelsOf(kinds.kinds())) join.Run(level.pairs);
}

}  // namespace compendium
