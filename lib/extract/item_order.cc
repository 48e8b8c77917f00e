// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/item_order.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using AnswerIndex = absl::flat_hash_map<absl::string_view, int>;

template <typename Item>
void Sort(const AnswerIndex& answers,
          google::protobuf::RepeatedPtrField<Item>& items) {
  const auto place = [&](const Item& item) {
    const auto found = answers.find(item.evidence().question_id());
    return std::pair<int, int>(found == answers.end()
                                   ? std::numeric_limits<int>::max()
                                   : found->second,
                               item.evidence().begin_byte());
  };
  // Mostly they come in order: then nothing is looked up twice.
  std::vector<std::pair<int, int>> places;
  places.reserve(static_cast<size_t>(items.size()));
  for (const Item& item : items) places.push_back(place(item));
  if (std::is_sorted(places.begin(), places.end())) return;
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
