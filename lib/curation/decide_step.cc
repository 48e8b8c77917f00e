// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/decide_step.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/curation/rejection.h"
#include "lib/extract/item_id.h"
#include "lib/extract/item_order.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"
#include "lib/request/error_details.h"
#include "lib/request/plain_text.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

template <class Item>
auto FindById(const std::vector<Item>& items, const std::string& id) {
  return std::find_if(items.begin(), items.end(),
                      [&](const Item& item) { return item.id() == id; });
}

bool IsClaimed(const v1::Suggestion& suggestion,
               const v1::Questionnaire& questionnaire) {
  return std::any_of(questionnaire.claims().begin(),
                     questionnaire.claims().end(), [&](const v1::Claim& claim) {
                       return claim.framework() == suggestion.framework() &&
                              claim.code() == suggestion.code() &&
                              claim.evidence().question_id() ==
                                  suggestion.evidence().question_id();
                     });
}

// Makes the suggestion a claim, unless its answer claims the node already.
void Claim(const v1::Suggestion& suggestion, v1::ClaimStrength strength,
           v1::Questionnaire& questionnaire) {
  if (IsClaimed(suggestion, questionnaire)) return;
  v1::Claim& claim = *questionnaire.add_claims();
  claim.set_framework(suggestion.framework());
  claim.set_code(suggestion.code());
  claim.set_strength(strength == v1::CLAIM_STRENGTH_UNSPECIFIED
                         ? v1::CLAIM_STRENGTH_IMPLICIT
                         : strength);
  *claim.mutable_evidence() = suggestion.evidence();
  claim.set_origin(v1::ORIGIN_CURATED);
  FillItemIds(questionnaire);
  RemoveRejection(questionnaire.claims().rbegin()->id(), questionnaire);
  SortItems(questionnaire);
}

}  // namespace

void Record(const v1::Decide& decide, const Curator& curator,
            DecisionList& decisions) {
  v1::Decision* decision = nullptr;
  for (v1::Decision& earlier : decisions)
    if (earlier.id() == decide.id()) decision = &earlier;
  if (decision == nullptr) decision = decisions.Add();
  decision->set_id(decide.id());
  decision->set_verdict(decide.verdict());
  decision->set_reason(decide.reason().empty() ? curator.reason
                                               : decide.reason());
  decision->set_author(curator.author);
}

absl::Status ReopenOne(const v1::Reopen& reopen, absl::string_view path,
                       DecisionList& decisions) {
  for (int i = 0; i < decisions.size(); ++i) {
    if (decisions[i].id() != reopen.id()) continue;
    decisions.DeleteSubrange(i, 1);
    return absl::OkStatus();
  }
  return InvalidField(absl::StrCat(path, ".id"),
                      absl::StrCat("got ", QuotedForError(reopen.id()),
                                   ", want the id of one of the decisions"));
}

absl::Status CheckStrength(const v1::Decide& decide, bool is_suggestion,
                           absl::string_view path) {
  if (decide.strength() == v1::CLAIM_STRENGTH_UNSPECIFIED ||
      (is_suggestion && decide.verdict() == v1::VERDICT_ACCEPTED))
    return absl::OkStatus();
  return InvalidField(absl::StrCat(path, ".strength"),
                      "got one, want none but for a suggestion that is "
                      "accepted");
}

absl::Status NothingToDecide(const std::string& id, absl::string_view what,
                             absl::string_view path) {
  return InvalidField(absl::StrCat(path, ".id"),
                      absl::StrCat("got ", QuotedForError(id),
                                   ", want the id of one of ", what));
}

bool IsDecided(const std::string& id, const DecisionList& decisions) {
  return std::any_of(
      decisions.begin(), decisions.end(),
      [&](const v1::Decision& decision) { return decision.id() == id; });
}

absl::Status DecideOne(const v1::Decide& decide, const Curator& curator,
                       absl::string_view path,
                       v1::Questionnaire& questionnaire) {
  const std::vector<v1::Suggestion> suggestions =
      FindSuggestions(questionnaire);
  const auto suggestion = FindById(suggestions, decide.id());
  RETURN_IF_ERROR(CheckStrength(decide, suggestion != suggestions.end(), path));
  DecisionList& decisions = *questionnaire.mutable_decisions();
  if (suggestion != suggestions.end()) {
    if (decide.verdict() == v1::VERDICT_ACCEPTED)
      Claim(*suggestion, decide.strength(), questionnaire);
  } else if (!IsDecided(decide.id(), decisions)) {
    const std::vector<v1::Finding> findings =
        FindFindings(questionnaire, curator.round);
    if (FindById(findings, decide.id()) == findings.end())
      return NothingToDecide(
          decide.id(), "this questionnaire's findings or suggestions", path);
  }
  Record(decide, curator, decisions);
  return absl::OkStatus();
}

}  // namespace compendium
