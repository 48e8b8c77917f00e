// SPDX-License-Identifier: Apache-2.0
// Used by event_linker only.
#pragma once

#include <cstddef>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "lib/extract/event_side.h"
#include "lib/extract/meeting_mention.h"

namespace compendium {

// Mentions that are alike in everything by which mentions are compared, so that
// one comparison holds for all of them.
struct EventKind {
  EventSide side;
  absl::InlinedVector<size_t, 2> mentions;  // in the order of the text
};

// The kinds of some mentions. After construction it never changes.
class EventKinds {
 public:
  // Hashes each mention once; compares it only with the one before.
  explicit EventKinds(const std::vector<MeetingMention>& mentions);

  const std::vector<EventKind>& kinds() const { return kinds_; }
  size_t KindOf(size_t mention) const { return kind_of_[mention]; }
  const EventSide& SideOf(size_t mention) const {
    return kinds_[kind_of_[mention]].side;
  }
  // Questions have the numbers 0 (for the empty one) to this.
  int question_count() const { return question_count_; }

 private:
  std::vector<EventKind> kinds_;
  std::vector<size_t> kind_of_;  // by mention
  int question_count_ = 0;
};

}  // namespace compendium
