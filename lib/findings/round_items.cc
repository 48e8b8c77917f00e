// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/round_items.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "lib/findings/questionnaire_view.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// Whether the document left the question out. An answer that was entered by
// hand has no label; that tells nothing.
bool IsMissing(const v1::Questionnaire& questionnaire,
               const v1::Answer& answer) {
  return questionnaire.has_source() && answer.question_as_written().empty() &&
         answer.text().empty() && answer.verbatim().empty();
}

// Gives the item the evidence that a finding quotes.
template <class Item>
void Quote(const v1::Questionnaire& questionnaire, Item& item) {
  v1::FindingEvidence quote = QuoteOfItem(questionnaire, item.evidence());
  if (quote.has_evidence()) {
    *item.mutable_evidence() = std::move(*quote.mutable_evidence());
  } else {
    item.clear_evidence();
  }
}

}  // namespace

v1::Questionnaire RoundItemsOf(const v1::Questionnaire& questionnaire) {
  v1::Questionnaire items;
  items.set_name(questionnaire.name());
  items.set_title(questionnaire.title());
  *items.mutable_decisions() = questionnaire.decisions();
  absl::flat_hash_set<absl::string_view> seen;
  for (const v1::Answer& answer : questionnaire.answers()) {
    // Of several answers to one question the first counts.
    if (!seen.insert(answer.question_id()).second) continue;
    if (!IsMissing(questionnaire, answer))
      items.add_answers()->set_question_id(answer.question_id());
  }
  *items.mutable_meetings() = questionnaire.meetings();
  for (v1::Meeting& meeting : *items.mutable_meetings())
    Quote(questionnaire, meeting);
  *items.mutable_projects() = questionnaire.projects();
  for (v1::Project& project : *items.mutable_projects())
    Quote(questionnaire, project);
  return items;
}

}  // namespace compendium
