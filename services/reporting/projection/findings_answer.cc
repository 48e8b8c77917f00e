// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/findings_answer.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/findings/find_findings.h"
#include "services/reporting/projection/listed_items.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {
namespace {

using registry::v1::Finding;
using registry::v1::Questionnaire;

// The kept findings, as they were before they were kept.
std::vector<Finding> LastingFindings(const v1::KeptFindings& kept) {
  std::vector<Finding> findings(kept.findings().begin(), kept.findings().end());
  for (Finding& finding : findings) {
    finding.set_subject(kept.name());
    for (auto& evidence : *finding.mutable_evidence())
      evidence.set_questionnaire(kept.name());
  }
  return findings;
}

void Count(const Finding& finding, v1::FindingCounts& counts) {
  counts.set_finding_count(counts.finding_count() + 1);
  switch (finding.severity()) {
    case registry::v1::FINDING_SEVERITY_ERROR:
      counts.set_error_count(counts.error_count() + 1);
      break;
    case registry::v1::FINDING_SEVERITY_WARNING:
      counts.set_warning_count(counts.warning_count() + 1);
      break;
    default:
      counts.set_note_count(counts.note_count() + 1);
  }
  if (finding.has_decision()) {
    counts.set_decided_count(counts.decided_count() + 1);
  } else {
    counts.set_open_count(counts.open_count() + 1);
  }
}

// Takes the findings that are asked for into the answer.
class FindingsBuilder {
 public:
  explicit FindingsBuilder(const FindingsQuery& query) : query_(query) {
    answer_.set_round(query.round.ToString());
    answer_.set_rules_version(std::string(kFindingRulesVersion));
    if (query.mechanism.has_value())
      questionnaire_ =
          QuestionnaireName(*query.mechanism, query.round).ToString();
  }

  absl::Status Add(std::vector<Finding> findings) {
    for (Finding& finding : findings) {
      if (!IsWanted(finding)) continue;
      RETURN_IF_ERROR(items_.Add(finding));
      Count(finding, *answer_.mutable_counts());
      *answer_.add_findings() = std::move(finding);
    }
    return absl::OkStatus();
  }

  v1::Findings Take() { return std::move(answer_); }

 private:
  bool IsWanted(const Finding& finding) const {
    if (!query_.check.empty() && finding.check() != query_.check) return false;
    if (finding.severity() < query_.severity_min) return false;
    if (query_.state == v1::FINDING_STATE_OPEN && finding.has_decision())
      return false;
    if (query_.state == v1::FINDING_STATE_DECIDED && !finding.has_decision())
      return false;
    return questionnaire_.empty() || IsAbout(finding);
  }

  // Whether it is about the mechanism that is asked for.
  bool IsAbout(const Finding& finding) const {
    if (finding.subject() == questionnaire_) return true;
    for (const auto& evidence : finding.evidence())
      if (evidence.questionnaire() == questionnaire_) return true;
    return false;
  }

  const FindingsQuery& query_;
  std::string questionnaire_;  // of the mechanism that is asked for
  ListedItems items_{"findings"};
  v1::Findings answer_;
};

// What each questionnaire of the round that counts has for the checks that need
// the round, in the order of the whole names, as the registry has it.
std::vector<Questionnaire> RoundItems(const Projections& state,
                                      const RoundName& round) {
  std::vector<Questionnaire> items;
  const auto* contributions = state.findings.contributions.Round(round);
  if (contributions == nullptr) return items;
  contributions->ForEach(
      [&](const std::string& mechanism, const FindingsContribution& link) {
        if (!state.directory.Holds(mechanism, round.id())) return;
        const auto name = QuestionnaireName::Parse(link->record.name());
        CHECK(name.ok());  // it is that of a kept record
        const CalendarLink meetings = state.calendar.contributions.Find(*name);
        const Contribution projects = state.projects.contributions.Find(*name);
        items.push_back(ItemsOf(
            link->record,
            meetings == nullptr ? nullptr : &meetings->questionnaire->record,
            projects == nullptr ? nullptr : &projects->record));
      });
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return a.name() < b.name(); });
  return items;
}

}  // namespace

absl::StatusOr<v1::Findings> AnswerFindings(const Projections& state,
                                            const FindingsQuery& query) {
  RETURN_IF_ERROR(CheckExists(
      state.directory, {.round = query.round, .mechanism = query.mechanism}));
  const auto& round = (*state.directory.rounds.Find(query.round.id()))->record;
  const FindingOptions options = OptionsOf(round);
  const std::vector<Questionnaire> items = RoundItems(state, query.round);

  FindingsBuilder builder(query);
  std::vector<const Questionnaire*> pointers;
  pointers.reserve(items.size());
  for (const Questionnaire& of_one : items) {
    pointers.push_back(&of_one);
    const auto name = QuestionnaireName::Parse(of_one.name());
    CHECK(name.ok());  // as above
    if (query.mechanism.has_value() &&
        name->mechanism().id() != query.mechanism->id())
      continue;
    const FindingsContribution kept = state.findings.contributions.Find(*name);
    std::vector<Finding> findings = LastingFindings(kept->record);
    AddFindings(FindItemFindings(of_one, options), findings);
    RETURN_IF_ERROR(builder.Add(std::move(findings)));
  }
  RETURN_IF_ERROR(builder.Add(FindEventFindings(pointers, round)));
  return builder.Take();
}

}  // namespace compendium::reporting
