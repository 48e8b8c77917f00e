// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_join.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "lib/extract/event_candidates.h"

namespace compendium {
namespace {

// Two kinds of mentions that agree.
struct KindPair {
  double agreement = 0;
  size_t one = 0;
  size_t other = 0;
  friend bool operator==(const KindPair& a, const KindPair& b) = default;
};

// The best pairs first.
std::vector<KindPair> PairsOf(const std::vector<EventKind>& kinds) {
  std::vector<KindPair> pairs;
  VisitCandidates(kinds, [&](size_t one, size_t other) {
    const double agreement = Agreement(kinds[one].side, kinds[other].side);
    if (agreement > 0) pairs.push_back({agreement, one, other});
  });
  std::sort(pairs.begin(), pairs.end(),
            [](const KindPair& a, const KindPair& b) {
              return std::tuple(-a.agreement, a.one, a.other) <
                     std::tuple(-b.agreement, b.one, b.other);
            });
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

// The joining of all pairs of mentions that agree equally much.
class LevelJoin {
 public:
  LevelJoin(const EventKinds& kinds, EventSets& events)
      : kinds_(kinds), events_(events), partners_(kinds.kinds().size()) {}

  void Run(absl::Span<const KindPair> pairs);

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

  void JoinMention(size_t mention);
  void Push(const Candidate& candidate);
  Candidate Pop();

  const EventKinds& kinds_;
  EventSets& events_;
  std::vector<std::vector<Partner>> partners_;  // by kind
  std::vector<Candidate> candidates_;           // a heap, the first on top
};

void LevelJoin::Run(absl::Span<const KindPair> pairs) {
  std::vector<size_t> mentions;
  const auto add = [&](size_t kind, size_t partner) {
    if (partners_[kind].empty()) {
      const auto& of_kind = kinds_.kinds()[kind].mentions;
      mentions.insert(mentions.end(), of_kind.begin(), of_kind.end());
    }
    partners_[kind].push_back({partner, 0});
  };
  for (const KindPair& pair : pairs) {
    add(pair.one, pair.other);
    add(pair.other, pair.one);
  }
  std::sort(mentions.begin(), mentions.end());
  for (const size_t mention : mentions) JoinMention(mention);
  for (const KindPair& pair : pairs) {
    partners_[pair.one].clear();
    partners_[pair.other].clear();
  }
}

// Joins a mention with those behind it, in their order. One question joins an
// event once: of a partner's mentions only those before the first success are
// tried.
void LevelJoin::JoinMention(size_t mention) {
  const size_t kind = kinds_.KindOf(mention);
  const int question = kinds_.kinds()[kind].side.question;
  candidates_.clear();
  for (Partner& partner : partners_[kind]) {
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
  const std::vector<KindPair> pairs = PairsOf(kinds.kinds());
  LevelJoin join(kinds, events);
  for (size_t first = 0; first < pairs.size();) {
    size_t last = first + 1;
    while (last < pairs.size() &&
           pairs[last].agreement == pairs[first].agreement) {
      ++last;
    }
    join.Run(absl::MakeConstSpan(pairs).subspan(first, last - first));
    first = last;
  }
}

}  // namespace compendium
