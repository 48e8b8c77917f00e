// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_merge.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "services/reporting/limits.h"

namespace compendium::reporting {
namespace {

bool SameQuestionnaire(const ToldEvent& a, const ToldEvent& b) {
  return a.mechanism_id == b.mechanism_id && a.round_id == b.round_id;
}

bool ComesBefore(const ToldEvent* a, const ToldEvent* b) {
  return std::tie(a->mechanism_id, a->round_id, a->mentions[0]) <
         std::tie(b->mechanism_id, b->round_id, b->mentions[0]);
}

// Whether the two are never one event, however alike they are.
bool ExcludeEachOther(const ToldEvent& a, const ToldEvent& b) {
  return SameQuestionnaire(a, b) || AreSplit(a, b);
}

// Two told events that may be one, by their positions.
struct Pair {
  int score;
  size_t left;
  size_t right;
};

// The pairs that fit, the surest first. Goes along the days, so that only
// events that share one are compared.
std::vector<Pair> FittingPairs(const std::vector<const ToldEvent*>& told) {
  std::vector<size_t> by_day;
  for (size_t i = 0; i < told.size(); ++i)
    if (told[i]->comparable) by_day.push_back(i);
  std::stable_sort(by_day.begin(), by_day.end(), [&](size_t a, size_t b) {
    return told[a]->first_day < told[b]->first_day;
  });
  std::vector<Pair> pairs;
  for (size_t i = 0; i < by_day.size(); ++i) {
    const ToldEvent& event = *told[by_day[i]];
    for (size_t j = i + 1; j < by_day.size(); ++j) {
      const ToldEvent& later = *told[by_day[j]];
      if (event.last_day < later.first_day) break;
      const auto [left, right] = std::minmax({by_day[i], by_day[j]});
      const int score = SameEventScore(event, later);
      if (score > 0) pairs.push_back({score, left, right});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.score, a.left, a.right) <
           std::tie(a.score, b.left, b.right);
  });
  return pairs;
}

// The groups while they grow. A person's sets go in whole and count as one told
// event each.
class Grouping {
 public:
  explicit Grouping(const std::vector<const ToldEvent*>& told) : told_(told) {
    std::vector<size_t> named;  // by people
    for (size_t i = 0; i < told.size(); ++i) {
      units_.push_back({i});
      unit_of_.push_back(i);
      groups_.push_back({i});
      group_of_.push_back(i);
      if (told[i]->sets.empty()) continue;
      for (const size_t earlier : named)
        if (AreJoined(*told[i], *told[earlier])) Unite(unit_of_[earlier], i);
      named.push_back(i);
    }
  }

  // Makes the groups of the two told events one if all of them fit.
  void Join(size_t left, size_t right) {
    const size_t a = group_of_[unit_of_[left]];
    const size_t b = group_of_[unit_of_[right]];
    if (a == b || !Fit(groups_[a], groups_[b])) return;
    const auto [kept, emptied] = std::minmax(a, b);
    groups_[kept].insert(groups_[kept].end(), groups_[emptied].begin(),
                         groups_[emptied].end());
    groups_[emptied].clear();
    for (size_t& group : group_of_)
      if (group == emptied) group = kept;
  }

  std::vector<EventGroup> Take() const {
    std::vector<EventGroup> taken;
    for (const std::vector<size_t>& group : groups_) {
      if (group.empty()) continue;
      EventGroup& events = taken.emplace_back();
      for (const size_t unit : group)
        for (const size_t member : units_[unit])
          events.push_back(told_[member]);
      std::sort(events.begin(), events.end(), ComesBefore);
    }
    return taken;
  }

 private:
  // Puts the unit of the told event `added` to `unit`, unless people split some
  // of these: sets can meet in a told event that extraction put together.
  void Unite(size_t unit, size_t added) {
    const size_t emptied = unit_of_[added];
    if (unit == emptied) return;
    for (const size_t left : units_[unit])
      for (const size_t right : units_[emptied])
        if (AreSplit(*told_[left], *told_[right])) return;
    for (const size_t member : units_[emptied]) {
      units_[unit].push_back(member);
      unit_of_[member] = unit;
    }
    units_[emptied].clear();
    groups_[emptied].clear();
  }

  // Of two units some told events fit, and none exclude each other.
  bool UnitsFit(size_t a, size_t b) const {
    bool fit = false;
    for (const size_t left : units_[a]) {
      for (const size_t right : units_[b]) {
        if (ExcludeEachOther(*told_[left], *told_[right])) return false;
        fit = fit || SameEventScore(*told_[left], *told_[right]) > 0;
      }
    }
    return fit;
  }

  bool Fit(const std::vector<size_t>& a, const std::vector<size_t>& b) const {
    for (const size_t left : a)
      for (const size_t right : b)
        if (!UnitsFit(left, right)) return false;
    return true;
  }

  const std::vector<const ToldEvent*>& told_;
  // Told events that people joined, by the first of them; each of the others
  // leaves its own place empty. Groups hold units in the same way.
  std::vector<std::vector<size_t>> units_;
  std::vector<size_t> unit_of_;
  std::vector<std::vector<size_t>> groups_;
  std::vector<size_t> group_of_;  // by unit
};

}  // namespace

int SameEventScore(const ToldEvent& a, const ToldEvent& b) {
  if (!a.comparable || !b.comparable || a.country_code != b.country_code)
    return 0;
  if (a.last_day < b.first_day || b.last_day < a.first_day) return 0;
  const bool cities_known = !a.city.empty() && !b.city.empty();
  if (cities_known && a.city != b.city) return 0;
  if (ExcludeEachOther(a, b)) return 0;
  const bool days_known = a.day_known && b.day_known;
  return Likeness(a.titles, b.titles,
                  /*strongly=*/!cities_known || !days_known);
}

std::vector<EventGroup> GroupEvents(std::vector<const ToldEvent*> told) {
  std::sort(told.begin(), told.end(), ComesBefore);
  Grouping grouping(told);
  if (told.size() <= kComparedEventsMax)
    for (const Pair& pair : FittingPairs(told))
      grouping.Join(pair.left, pair.right);
  return grouping.Take();
}

}  // namespace compendium::reporting
