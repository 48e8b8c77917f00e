// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_listed.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "lib/extract/event_side.h"

namespace compendium {
namespace {

class ListedJoin {
 public:
  ListedJoin(const EventKinds& kinds, EventSets& events,
             std::vector<MeetingMention>& mentions)
      : kinds_(kinds), events_(events), mentions_(mentions) {}

  void Run();

 private:
  using YearAndLevel = std::pair<int, registry::v1::MeetingLevel>;

  std::vector<size_t> EventsLike(size_t listed);
  void Join(size_t listed);

  const EventKinds& kinds_;
  EventSets& events_;
  std::vector<MeetingMention>& mentions_;
  // The dated mentions of each year and level, by their days.
  absl::flat_hash_map<YearAndLevel, std::vector<size_t>> dated_;
};

void ListedJoin::Run() {
  std::vector<size_t> listed;
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const bool dated = kinds_.SideOf(i).dated;
    if (mentions_[i].listed > 0 && !dated) listed.push_back(i);
  }
  if (listed.empty()) return;
  for (size_t i = 0; i < mentions_.size(); ++i) {
    const EventSide& side = kinds_.SideOf(i);
    if (side.dated) dated_[{side.year, side.level}].push_back(i);
  }
  for (auto& [unused, dated] : dated_) {
    std::stable_sort(dated.begin(), dated.end(), [&](size_t a, size_t b) {
      return kinds_.SideOf(a).first_day < kinds_.SideOf(b).first_day;
    });
  }
  for (const size_t mention : listed) Join(mention);
}

// One mention of each event that it may be; when there are more than it was
// counted among, one too many.
std::vector<size_t> ListedJoin::EventsLike(size_t listed) {
  const EventSide& side = kinds_.SideOf(listed);
  const auto dated = dated_.find({side.year, side.level});
  if (dated == dated_.end()) return {};
  const auto count = static_cast<size_t>(mentions_[listed].listed_of);
  absl::flat_hash_set<size_t> events;
  std::vector<size_t> found;
  for (const size_t mention : dated->second) {
    if (found.size() > count) break;
    if (events.insert(events_.Find(mention)).second) found.push_back(mention);
  }
  return found;
}

void ListedJoin::Join(size_t listed) {
  constexpr int kListedPercent = 60;
  const MeetingMention& mention = mentions_[listed];
  const std::vector<size_t> like = EventsLike(listed);
  if (static_cast<int>(like.size()) != mention.listed_of) return;
  const size_t dated = like[static_cast<size_t>(mention.listed - 1)];
  const bool joined = std::any_of(like.begin(), like.end(), [&](size_t other) {
    return events_.Find(other) == events_.Find(listed);
  });
  if (joined || Contradict(kinds_.SideOf(listed), kinds_.SideOf(dated))) return;
  if (!events_.Join(listed, dated)) return;
  MeetingMention& later = mentions_[std::max(listed, dated)];
  later.match_reason = "the same place among as many meetings of the year";
  later.match_percent = kListedPercent;
}

}  // namespace

void JoinListed(const EventKinds& kinds, EventSets& events,
                std::vector<MeetingMention>& mentions) {
  ListedJoin(kinds, events, mentions).Run();
}

}  // namespace compendium
