// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_order.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using AnswerIndex = absl::flat_hash_map<absl::string_view, int>;

int PlaceOf(const AnswerIndex& answers, absl::string_view question) {
  const auto found = answers.find(question);
  return found == answers.end() ? std::numeric_limits<int>::max()
                                : found->second;
}

// Mostly they come in order, and those of one answer together: then nothing is
// sorted, and each answer is looked up once.
template <typename Item>
bool IsSorted(const AnswerIndex& answers,
              const google::protobuf::RepeatedPtrField<Item>& items) {
  const v1::Evidence* before = nullptr;
  int answer = 0;
  for (const Item& item : items) {
    const v1::Evidence& evidence = item.evidence();
    const bool same =
        before != nullptr && before->question_id() == evidence.question_id();
    const int next = same ? answer : PlaceOf(answers, evidence.question_id());
    const bool behind =
        before == nullptr || answer < next ||
        (answer == next && before->begin_byte() <= evidence.begin_byte());
    if (!behind) return false;
    before = &evidence;
    answer = next;
  }
  return true;
}

template <typename Item>
void Sort(const AnswerIndex& answers,
          google::protobuf::RepeatedPtrField<Item>& items) {
  const auto place = [&](const Item& item) {
    return std::pair<int, int>(PlaceOf(answers, item.evidence().question_id()),
                               item.evidence().begin_byte());
  };
  if (IsSorted(answers, items)) return;
  // Items behind pointers: sorting moves no texts.
  std::stable_sort(
      items.pointer_begin(), items.pointer_end(),
      [&](const Item* a, const Item* b) { return place(*a) < place(*b); });
}

}  // namespace

void SortItems(v1::Questionnaire& questionnaire) {
  AnswerIndex answers;
  for (int i = 0; i < questionnaire.answers_size(); ++i)
    answers.try_emplace(questionnaire.answers(i).question_id(), i);
  Sort(answers, *questionnaire.mutable_meetings());
  Sort(answers, *questionnaire.mutable_claims());
  Sort(answers, *questionnaire.mutable_projects());
  Sort(answers, *questionnaire.mutable_publications());
}

}  // namespace compendium
