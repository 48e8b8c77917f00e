// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/event_sets.h"

#include <algorithm>
#include <numeric>

namespace compendium {
namespace {

constexpr size_t kBits = 64;

size_t WordOf(int question) { return static_cast<size_t>(question) / kBits; }

uint64_t BitOf(int question) {
  return uint64_t{1} << (static_cast<size_t>(question) % kBits);
}

}  // namespace

EventSets::EventSets(const std::vector<int>& questions, int question_count)
    : parent_(questions.size()),
      words_(WordOf(question_count) + 1),
      questions_(questions.size() * words_) {
  std::iota(parent_.begin(), parent_.end(), size_t{0});
  for (size_t i = 0; i < questions.size(); ++i) {
    QuestionsOf(i)[WordOf(questions[i])] |= BitOf(questions[i]);
  }
}

size_t EventSets::Find(size_t mention) {
  while (parent_[mention] != mention) {
    parent_[mention] = parent_[parent_[mention]];
    mention = parent_[mention];
  }
  return mention;
}

bool EventSets::HasQuestion(size_t mention, int question) {
  return (QuestionsOf(Find(mention))[WordOf(question)] & BitOf(question)) != 0;
}

bool EventSets::Join(size_t one, size_t other) {
  one = Find(one);
  other = Find(other);
  if (one == other) return false;
  const size_t root = std::min(one, other);
  const size_t child = std::max(one, other);
  uint64_t* const into = QuestionsOf(root);
  const uint64_t* const from = QuestionsOf(child);
  for (size_t i = 0; i < words_; ++i) {
    if ((into[i] & from[i]) != 0) return false;
  }
  for (size_t i = 0; i < words_; ++i) into[i] |= from[i];
  parent_[child] = root;
  return true;
}

}  // namespace compendium
