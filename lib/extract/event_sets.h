// SPDX-License-Identifier: Apache-2.0
// Used by event_linker only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace compendium {

// Events as disjoint sets of mentions, at most one mention per question in
// each. At first each mention is an event of its own.
class EventSets {
 public:
  // `questions`: of each mention the number of its question, 0 to
  // `question_count`.
  EventSets(const std::vector<int>& questions, int question_count);

  // The first mention of the event of `mention`.
  size_t Find(size_t mention);

  // Whether the event of `mention` has one in that question.
  bool HasQuestion(size_t mention, int question);

  // Makes one event of two. False, and nothing is done, when they are one or a
  // question would tell of the event twice.
  bool Join(size_t one, size_t other);

 private:
  uint64_t* QuestionsOf(size_t root) {
    return questions_.data() + root * words_;
  }

  std::vector<size_t> parent_;  // the root is the first mention
  size_t words_;                // of 64 questions
  // Of each root its questions as bits, `words_` words of them.
  std::vector<uint64_t> questions_;
};

}  // namespace compendium
