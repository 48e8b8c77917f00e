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
  TextNumbers numbers;
  kind_of_.reserve(mentions.size());
  // Questions first: their numbers are small.
  for (const MeetingMention& mention : mentions) {
    numbers.NumberOf(mention.question_id);
  }
  question_count_ = numbers.count();
  for (size_t i = 0; i < mentions.size(); ++i) {
    const MeetingMention& mention = mentions[i];
    const Key key(mention.question_id, mention.title, mention.edtf,
                  mention.city, mention.country_code, mention.place_as_written,
                  static_cast<int>(mention.level),
                  static_cast<int>(mention.detail));
    const auto [entry, added] = kinds.try_emplace(key, kinds_.size());
    if (added) kinds_.push_back({compendium::SideOf(mention, numbers), {}});
    kinds_[entry->second].mentions.push_back(i);
    kind_of_.push_back(entry->second);
  }
}

}  // namespace compendium
