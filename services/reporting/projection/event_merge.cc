// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_merge.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
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

// Two told events that may be one, by their positions.
struct Pair {
  int score;
  size_t left;
  size_t right;
};

// The pairs that fit, the surest first. Goes along the days, so that only
// events that share one are compared.
std::vector<Pair> FittingPairs(const std::vector<const ToldEvent*>& told) {
  std::vector<size_t> by_day(told.size());
  std::iota(by_day.begin(), by_day.end(), size_t{0});
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

bool AllFit(const EventGroup& a, const EventGroup& b) {
  for (const ToldEvent* left : a)
    for (const ToldEvent* right : b)
      if (SameEventScore(*left, *right) == 0) return false;
  return true;
}

}  // namespace

int SameEventScore(const ToldEvent& a, const ToldEvent& b) {
  if (a.last_day < b.first_day || b.last_day < a.first_day) return 0;
  const bool cities_known = !a.city.empty() && !b.city.empty();
  if (cities_known && a.city != b.city) return 0;
  if (SameQuestionnaire(a, b)) return 0;
  const bool days_known = a.day_known && b.day_known;
  return Likeness(a.titles, b.titles,
                  /*strongly=*/!cities_known || !days_known);
}

std::vector<EventGroup> GroupEvents(std::vector<const ToldEvent*> told) {
  std::sort(told.begin(), told.end(), ComesBefore);
  std::vector<EventGroup> groups(told.size());
  std::vector<size_t> group_of(told.size());
  for (size_t i = 0; i < told.size(); ++i) {
    groups[i] = {told[i]};
    group_of[i] = i;
  }
  if (told.size() > kComparedEventsMax) return groups;

  for (const Pair& pair : FittingPairs(told)) {
    const size_t left = group_of[pair.left];
    const size_t right = group_of[pair.right];
    if (left == right || !AllFit(groups[left], groups[right])) continue;
    const auto [kept, emptied] = std::minmax(left, right);
    groups[kept].insert(groups[kept].end(), groups[emptied].begin(),
                        groups[emptied].end());
    groups[emptied].clear();
    for (size_t& group : group_of)
      if (group == emptied) group = kept;
  }
  std::erase_if(groups, [](const EventGroup& group) { return group.empty(); });
  for (EventGroup& group : groups)
    std::sort(group.begin(), group.end(), ComesBefore);
  return groups;
}

}  // namespace compendium::reporting
