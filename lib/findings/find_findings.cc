// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/find_findings.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "lib/findings/checks.h"
#include "lib/findings/finding_list.h"
#include "lib/findings/questionnaire_view.h"

namespace compendium {

namespace v1 = registry::v1;

std::vector<v1::Finding> FindFindings(const v1::Questionnaire& questionnaire,
                                      const FindingOptions& options) {
  const QuestionnaireView view(questionnaire, options);
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

std::vector<v1::Finding> FindRoundFindings(
    absl::Span<const v1::Questionnaire* const> questionnaires,
    const v1::Round& round) {
  const std::string ending = absl::StrCat(
      "/questionnaires/", absl::StripPrefix(round.name(), "rounds/"));
  std::vector<const v1::Questionnaire*> of_round;
  for (const v1::Questionnaire* const questionnaire : questionnaires) {
    if (questionnaire->has_delete_time()) continue;
    if (!absl::EndsWith(questionnaire->name(), ending)) continue;
    of_round.push_back(questionnaire);
  }
  FindingList list(round.name(), round.decisions());
  CheckRoundEvents(of_round, round, list);
  return list.Take();
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
