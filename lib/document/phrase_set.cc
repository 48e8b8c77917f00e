// SPDX-License-Identifier: Apache-2.0
#include "lib/document/phrase_set.h"

#include <deque>
#include <limits>

#include "lib/base/status_macros.h"

namespace compendium {

size_t PhraseSet::Add(absl::string_view phrase) {
  CHECK(!phrase.empty() && phrase_count_ < kPhrasesMax && has_end_.empty());
  size_t state = 0;
  for (const char byte : phrase) {
    uint8_t& kind = classes_[static_cast<unsigned char>(byte)];
    if (kind == 0) {
      CHECK(class_count_ < next_[0].size());
      kind = static_cast<uint8_t>(class_count_++);
    }
    if (next_[state][kind] == 0) {
      CHECK(next_.size() < std::numeric_limits<State>::max());
      next_[state][kind] = static_cast<State>(next_.size());
      next_.emplace_back();
      ends_.emplace_back();
      phrase_of_.push_back(kPhrasesMax);
    }
    state = next_[state][kind];
  }
  if (phrase_of_[state] == kPhrasesMax) phrase_of_[state] = phrase_count_++;
  ends_[state].set(phrase_of_[state]);
  return phrase_of_[state];
}

// Fills the steps that leave a phrase: they go where its longest end that
// begins a phrase would go. Shorter beginnings are done first.
void PhraseSet::Build() {
  std::vector<State> shorter(next_.size(), 0);
  std::deque<State> states = {0};
  while (!states.empty()) {
    const State state = states.front();
    states.pop_front();
    ends_[state] |= ends_[shorter[state]];
    for (size_t kind = 1; kind < class_count_; ++kind) {
      State& next = next_[state][kind];
      const State detour = state == 0 ? State{0} : next_[shorter[state]][kind];
      if (next == 0) {
        next = detour;
      } else {
        shorter[next] = detour;
        states.push_back(next);
      }
    }
  }
  has_end_.reserve(ends_.size());
  for (const Found& ends : ends_) has_end_.push_back(ends.any());
}

PhraseSet::Found PhraseSet::Find(absl::string_view text) const {
  Found found;
  size_t state = 0;
  for (const char byte : text) {
    state = next_[state][ClassOf(byte)];
    if (has_end_[state]) found |= ends_[state];
  }
  return found;
}

}  // namespace compendium
