// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/event_links.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>

#include "lib/base/status_macros.h"

namespace compendium::reporting {
namespace {

using registry::v1::EventLink;
using registry::v1::MentionReference;
using registry::v1::Round;
using Key = std::pair<std::string, std::string>;

void SortUnique(std::vector<int>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

std::optional<Key> KeyOf(const MentionReference& reference,
                         const RoundName& round) {
  const auto name = QuestionnaireName::Parse(reference.questionnaire());
  if (!name.ok() || name->round() != round || reference.item_id().empty())
    return std::nullopt;
  return Key(name->mechanism().id(), reference.item_id());
}

// Mentions that are together so far. Those of an emptied group moved on.
struct Group {
  std::vector<size_t> members;
  std::vector<int> splits;  // of all members; sorted
  std::string reason;       // empty until it was joined
};

}  // namespace

// Goes through the links from the last to the first, so that what is said later
// stands when an earlier one is looked at.
class EventLinks::Builder {
 public:
  Builder(const RoundName& name, const Round& round) {
    for (int i = round.event_links_size() - 1; i >= 0; --i) {
      const EventLink& link = round.event_links(i);
      const std::vector<size_t> mentions = MentionsOf(link, name);
      if (link.kind() == registry::v1::EVENT_LINK_KIND_SPLIT)
        Split(mentions, i);
      if (link.kind() == registry::v1::EVENT_LINK_KIND_JOIN)
        Join(mentions, link.reason());
    }
  }

  void Finish(EventLinks& links) const {
    std::set<std::string> all;
    std::vector<int> set_of(groups_.size(), -1);
    for (size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].members.size() < 2) continue;
      set_of[i] = static_cast<int>(links.sets_.size());
      std::set<std::string> mechanisms;
      for (const size_t member : groups_[i].members)
        mechanisms.insert(keys_[member].first);
      links.sets_.push_back(
          {{mechanisms.begin(), mechanisms.end()}, groups_[i].reason});
    }
    for (size_t i = 0; i < keys_.size(); ++i) {
      all.insert(keys_[i].first);
      links.mentions_.emplace(keys_[i], Mention{set_of[group_of_[i]],
                                                groups_[group_of_[i]].splits});
    }
    links.mechanisms_.assign(all.begin(), all.end());
  }

 private:
  std::vector<size_t> MentionsOf(const EventLink& link,
                                 const RoundName& round) {
    std::vector<size_t> mentions;
    for (const MentionReference& reference : link.mentions()) {
      std::optional<Key> key = KeyOf(reference, round);
      if (!key.has_value()) continue;
      const auto [place, added] = indexes_.emplace(*key, keys_.size());
      if (added) {
        group_of_.push_back(keys_.size());
        groups_.push_back({{keys_.size()}, {}, ""});
        keys_.push_back(*std::move(key));
      }
      mentions.push_back(place->second);
    }
    return mentions;
  }

  void Split(const std::vector<size_t>& mentions, int link) {
    for (const size_t mention : mentions) {
      std::vector<int>& of_group = groups_[group_of_[mention]].splits;
      of_group.push_back(link);
      SortUnique(of_group);
    }
  }

  void Join(const std::vector<size_t>& mentions, const std::string& reason) {
    for (size_t i = 1; i < mentions.size(); ++i) {
      size_t left = group_of_[mentions[0]];
      size_t right = group_of_[mentions[i]];
      if (left == right ||
          Intersect(groups_[left].splits, groups_[right].splits))
        continue;
      // The smaller one moves, so that no mention moves often.
      if (groups_[left].members.size() < groups_[right].members.size())
        std::swap(left, right);
      Group& kept = groups_[left];
      if (kept.reason.empty()) kept.reason = groups_[right].reason;
      if (kept.reason.empty()) kept.reason = reason;
      for (const size_t member : groups_[right].members) {
        kept.members.push_back(member);
        group_of_[member] = left;
      }
      kept.splits.insert(kept.splits.end(), groups_[right].splits.begin(),
                         groups_[right].splits.end());
      SortUnique(kept.splits);
      groups_[right] = {};
    }
  }

  std::map<Key, size_t> indexes_;
  std::vector<Key> keys_;         // by mention
  std::vector<size_t> group_of_;  // by mention
  std::vector<Group> groups_;
};

EventLinks::EventLinks(const RoundName& name, const Round& round) {
  Builder(name, round).Finish(*this);
}

const EventLinks::Mention* EventLinks::Find(absl::string_view mechanism_id,
                                            absl::string_view item_id) const {
  const auto found =
      mentions_.find(Key(std::string(mechanism_id), std::string(item_id)));
  return found == mentions_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& EventLinks::MechanismsOf(int set) const {
  CHECK(set >= 0 && static_cast<size_t>(set) < sets_.size());
  return sets_[static_cast<size_t>(set)].mechanisms;
}

const std::string& EventLinks::ReasonOf(int set) const {
  CHECK(set >= 0 && static_cast<size_t>(set) < sets_.size());
  return sets_[static_cast<size_t>(set)].reason;
}

bool Intersect(const std::vector<int>& a, const std::vector<int>& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) return true;
    if (*left < *right) {
      ++left;
    } else {
      ++right;
    }
  }
  return false;
}

}  // namespace compendium::reporting
