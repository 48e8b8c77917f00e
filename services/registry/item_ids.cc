// SPDX-License-Identifier: Apache-2.0
#include "services/registry/item_ids.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/item_id.h"
#include "lib/request/plain_text.h"

namespace compendium::registry {
namespace {

// More than most questionnaires have items.
using Ids = absl::InlinedVector<absl::string_view, 128>;

// Calls `visit` with each list of items that have ids, and its name.
template <class Visit>
void VisitLists(const v1::Questionnaire& questionnaire, const Visit& visit) {
  visit(questionnaire.meetings(), "meetings");
  visit(questionnaire.claims(), "claims");
  visit(questionnaire.projects(), "projects");
  visit(questionnaire.publications(), "publications");
}

// Sorted.
Ids IdsOf(const v1::Questionnaire& questionnaire) {
  Ids ids;
  VisitLists(questionnaire, [&](const auto& items, absl::string_view) {
    for (const auto& item : items) ids.push_back(item.id());
  });
  std::sort(ids.begin(), ids.end());
  return ids;
}

void AddDuplicates(const v1::Questionnaire& questionnaire,
                   absl::string_view path, FieldProblems& problems) {
  absl::flat_hash_set<absl::string_view> seen;
  VisitLists(questionnaire, [&](const auto& items, absl::string_view list) {
    for (int i = 0; i < items.size(); ++i)
      if (!seen.insert(items[i].id()).second)
        problems.Add(absl::StrCat(path, ".", list, "[", i, "].id"),
                     absl::StrCat("got ", QuotedForError(items[i].id()),
                                  " a second time, want each id once"));
  });
}

}  // namespace

void CompleteItemIds(v1::Questionnaire& questionnaire, absl::string_view path,
                     FieldProblems& problems) {
  Ids ids = IdsOf(questionnaire);
  if (ids.empty()) return;
  if (ids.front().empty()) {
    FillItemIds(questionnaire);
    ids = IdsOf(questionnaire);
  }
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
    AddDuplicates(questionnaire, path, problems);
}

}  // namespace compendium::registry
