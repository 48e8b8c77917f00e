// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/find_findings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/findings/checks.h"
#include "lib/findings/finding_list.h"
#include "lib/findings/limits.h"
#include "lib/findings/questionnaire_view.h"
#include "lib/findings/round_items.h"

namespace compendium {

namespace v1 = registry::v1;

std::vector<v1::Finding> FindLastingFindings(
    const v1::Questionnaire& questionnaire, int round_year) {
  const QuestionnaireView view(questionnaire, round_year);
  FindingList list(questionnaire.name(), questionnaire.decisions());
  CheckStatedCounts(view, list);
  CheckCodeSubjects(view, list);
  CheckUnknownCodes(view, list);
  CheckClaimStrengths(view, list);
  CheckGoalQuestions(view, list);
  CheckCopies(view, list);
  CheckEvents(view, list);
  CheckMeetingDates(view, list);
  CheckImpossibleDates(view, list);
  CheckStatedMeetings(view, list);
  CheckParticipants(view, list);
  CheckNewMembers(view, list);
  CheckForm(view, list);
  CheckReferences(view, list);
  CheckLinks(view, list);
  CheckProjects(view, list);
  return list.Take();
}

std::vector<v1::Finding> FindItemFindings(const v1::Questionnaire& items,
                                          const FindingOptions& options) {
  FindingList list(items.name(), items.decisions());
  CheckMeetingsInRound(items, options, list);
  CheckFormOfRound(items, options, list);
  CheckProjectsInRound(items, options, list);
  return list.Take();
}

void AddFindings(std::vector<v1::Finding> more,
                 std::vector<v1::Finding>& findings) {
  for (v1::Finding& finding : more) {
    if (findings.size() >= kFindingsMax) return;
    findings.push_back(std::move(finding));
  }
}

std::vector<v1::Finding> FindFindings(const v1::Questionnaire& questionnaire,
                                      const FindingOptions& options) {
  std::vector<v1::Finding> findings =
      FindLastingFindings(questionnaire, options.round_year);
  AddFindings(FindItemFindings(RoundItemsOf(questionnaire), options), findings);
  return findings;
}

std::vector<v1::Finding> FindEventFindings(
    absl::Span<const v1::Questionnaire* const> items, const v1::Round& round) {
  // Which of two comes first shows in ids, and must not depend on the caller.
  std::vector<const v1::Questionnaire*> by_name(items.begin(), items.end());
  std::sort(by_name.begin(), by_name.end(),
            [](const auto* a, const auto* b) { return a->name() < b->name(); });
  FindingList list(round.name(), round.decisions());
  CheckRoundEvents(by_name, round, list);
  return list.Take();
}

std::vector<v1::Finding> FindRoundFindings(
    absl::Span<const v1::Questionnaire* const> questionnaires,
    const v1::Round& round) {
  const std::string ending = absl::StrCat(
      "/questionnaires/", absl::StripPrefix(round.name(), "rounds/"));
  std::vector<v1::Questionnaire> items;
  for (const v1::Questionnaire* const questionnaire : questionnaires) {
    if (questionnaire->has_delete_time()) continue;
    if (!absl::EndsWith(questionnaire->name(), ending)) continue;
    items.push_back(RoundItemsOf(*questionnaire));
  }
  std::vector<const v1::Questionnaire*> pointers;
  pointers.reserve(items.size());
  for (const v1::Questionnaire& of_one : items) pointers.push_back(&of_one);
  return FindEventFindings(pointers, round);
}

std::vector<v1::Finding> FindRoundFindings(
    absl::Span<const v1::Questionnaire> questionnaires,
    const v1::Round& round) {
  std::vector<const v1::Questionnaire*> pointers;
  pointers.reserve(questionnaires.size());
  for (const v1::Questionnaire& questionnaire : questionnaires) {
    pointers.push_back(&questionnaire);
  }
  return FindRoundFindings(pointers, round);
}

}  // namespace compendium
