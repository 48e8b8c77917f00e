// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_candidates.h"

#include <algorithm>

#include "lib/extract/event_side.h"

namespace compendium {
namespace {

using Visit = absl::FunctionRef<void(size_t, size_t)>;

void VisitInOrder(size_t one, size_t other, Visit visit) {
  visit(std::min(one, other), std::max(one, other));
}

// Dated kinds whose days meet or follow each other.
void VisitNearDays(const std::vector<EventKind>& kinds, Visit visit) {
  std::vector<size_t> dated;
  for (size_t i = 0; i < kinds.size(); ++i) {
    if (kinds[i].side.dated) dated.push_back(i);
  }
  std::sort(dated.begin(), dated.end(), [&](size_t a, size_t b) {
    return kinds[a].side.first_day < kinds[b].side.first_day;
  });
  for (size_t i = 0; i < dated.size(); ++i) {
    const int64_t reach = kinds[dated[i]].side.last_day + kDaysApartMax;
    for (size_t k = i + 1; k < dated.size(); ++k) {
      if (kinds[dated[k]].side.first_day > reach) break;
      VisitInOrder(dated[i], dated[k], visit);
    }
  }
}

// The kinds by the words of one of their lists. Of two alike titles the longer
// one has nearly all words of the shorter one: of its rarest words, one more
// than it may lack, it has at least one.
class WordIndex {
 public:
  using List = std::vector<int> EventSide::*;

  WordIndex(const std::vector<EventKind>& kinds, List list);

  // Those that may be alike, of which one at least has no day.
  void VisitAlike(Visit visit);

 private:
  const std::vector<int>& WordsOf(size_t kind) const {
    return kinds_[kind].side.*list_;
  }
  void TakeRarest(size_t kind);

  const std::vector<EventKind>& kinds_;
  const List list_;
  std::vector<std::vector<size_t>> having_;  // by word
  std::vector<int> rarest_;                  // of the kind at work
};

WordIndex::WordIndex(const std::vector<EventKind>& kinds, List list)
    : kinds_(kinds), list_(list) {
  int count = 0;
  for (size_t kind = 0; kind < kinds.size(); ++kind) {
    if (!WordsOf(kind).empty()) count = std::max(count, WordsOf(kind).back());
  }
  having_.resize(static_cast<size_t>(count) + 1);
  for (size_t kind = 0; kind < kinds.size(); ++kind) {
    for (const int word : WordsOf(kind)) {
      having_[static_cast<size_t>(word)].push_back(kind);
    }
  }
}

void WordIndex::TakeRarest(size_t kind) {
  rarest_ = WordsOf(kind);
  const size_t count = std::min(rarest_.size(), MayLack(rarest_.size()) + 1);
  const auto end = rarest_.begin() + static_cast<std::ptrdiff_t>(count);
  std::partial_sort(rarest_.begin(), end, rarest_.end(), [&](int a, int b) {
    return having_[static_cast<size_t>(a)].size() <
           having_[static_cast<size_t>(b)].size();
  });
  rarest_.resize(count);
}

void WordIndex::VisitAlike(Visit visit) {
  // Of each kind the last one it was visited with.
  std::vector<size_t> visited(kinds_.size(), kinds_.size());
  for (size_t kind = 0; kind < kinds_.size(); ++kind) {
    const size_t size = WordsOf(kind).size();
    TakeRarest(kind);
    for (const int word : rarest_) {
      for (const size_t other : having_[static_cast<size_t>(word)]) {
        const size_t other_size = WordsOf(other).size();
        const bool longer =
            other_size > size || (other_size == size && other > kind);
        const bool dated = kinds_[kind].side.dated && kinds_[other].side.dated;
        if (!longer || dated || visited[other] == kind) continue;
        visited[other] = kind;
        VisitInOrder(kind, other, visit);
      }
    }
  }
}

}  // namespace

void VisitCandidates(const std::vector<EventKind>& kinds, Visit visit) {
  VisitNearDays(kinds, visit);
  const bool undated =
      std::any_of(kinds.begin(), kinds.end(),
                  [](const EventKind& kind) { return !kind.side.dated; });
  if (!undated) return;
  WordIndex(kinds, &EventSide::words).VisitAlike(visit);
  const bool all_plain =
      std::all_of(kinds.begin(), kinds.end(),
                  [](const EventKind& kind) { return kind.side.all_plain; });
  if (!all_plain) WordIndex(kinds, &EventSide::plain).VisitAlike(visit);
}

}  // namespace compendium
