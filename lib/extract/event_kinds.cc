// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_kinds.h"

#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace compendium {
namespace {

// All by which sides are compared.
using Key = std::tuple<int, int, int, int, int, int, int, absl::string_view>;

Key KeyOf(const EventSide& side, absl::string_view edtf) {
  return {side.question,
          side.title,
          side.place,
          side.city,
          side.country,
          static_cast<int>(side.level),
          static_cast<int>(side.detail),
          edtf};
}

// Whether they are of one kind for sure: items of a list are often alike.
bool IsAlike(const MeetingMention& one, const MeetingMention& other) {
  return one.title == other.title && one.edtf == other.edtf &&
         one.question_id == other.question_id && one.city == other.city &&
         one.country_code == other.country_code &&
         one.place_as_written == other.place_as_written &&
         one.level == other.level && one.detail == other.detail;
}

}  // namespace

EventKinds::EventKinds(const std::vector<MeetingMention>& mentions) {
  absl::flat_hash_map<Key, size_t> kinds;
  EventTexts texts;
  // Growing would move kinds and hash them again.
  kinds.reserve(mentions.size());
  kinds_.reserve(mentions.size());
  kind_of_.reserve(mentions.size());
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (i > 0 && IsAlike(mentions[i], mentions[i - 1])) {
      kind_of_.push_back(kind_of_.back());
    } else {
      EventSide side = compendium::SideOf(mentions[i], texts);
      const auto [entry, added] =
          kinds.try_emplace(KeyOf(side, mentions[i].edtf), kinds_.size());
      if (added) {
        TakeWords(texts, side);
        kinds_.emplace_back().side = std::move(side);
      }
      kind_of_.push_back(entry->second);
    }
    kinds_[kind_of_.back()].mentions.push_back(i);
  }
  question_count_ = texts.question_count();
}

}  // namespace compendium
