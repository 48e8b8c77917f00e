// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_kinds.h"

#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace compendium {

EventKinds::EventKinds(const std::vector<MeetingMention>& mentions) {
  using Text = absl::string_view;
  using Key = std::tuple<Text, Text, Text, Text, Text, Text, int, int>;
  absl::flat_hash_map<Key, size_t> kinds;
  Key before;
  TextNumbers numbers;
  DaysByText days;
  kind_of_.reserve(mentions.size());
  // Questions first: their numbers are small.
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (i > 0 && mentions[i].question_id == mentions[i - 1].question_id) {
      continue;
    }
    numbers.NumberOf(mentions[i].question_id);
  }
  question_count_ = numbers.count();
  for (size_t i = 0; i < mentions.size(); ++i) {
    const MeetingMention& mention = mentions[i];
    const Key key(mention.question_id, mention.title, mention.edtf,
                  mention.city, mention.country_code, mention.place_as_written,
                  static_cast<int>(mention.level),
                  static_cast<int>(mention.detail));
    // Items of a list are often alike.
    if (i > 0 && key == before) {
      kind_of_.push_back(kind_of_.back());
    } else {
      const auto [entry, added] = kinds.try_emplace(key, kinds_.size());
      if (added)
        kinds_.push_back({compendium::SideOf(mention, numbers, days), {}});
      kind_of_.push_back(entry->second);
    }
    kinds_[kind_of_.back()].mentions.push_back(i);
    before = key;
  }
}

}  // namespace compendium
