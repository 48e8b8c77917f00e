// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/findings.h"

#include <string>
#include <utility>

#include <google/protobuf/repeated_field.h>

#include "absl/strings/match.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/finding_options.h"
#include "lib/findings/round_items.h"

namespace compendium::reporting {
namespace {

using google::protobuf::RepeatedPtrField;
using registry::v1::Evidence;
using registry::v1::Finding;
using registry::v1::Questionnaire;

// What the checks find stands in checkpoints.
static_assert(kFindingRulesVersion == "1",
              "raise kStateVersion with the version of the checks");

// Whether a finding with this id is made when it is asked for.
bool IsMadeLater(const std::string& id) {
  for (const char* check : {"planned-past-", "missing-question-",
                            "ended-project-", "earlier-project-"})
    if (absl::StartsWith(id, check)) return true;
  return false;
}

bool SameEvidence(const Evidence& a, const Evidence& b) {
  return a.begin_byte() == b.begin_byte() && a.end_byte() == b.end_byte() &&
         a.question_id() == b.question_id() && a.quote() == b.quote();
}

// Keeps the quotes that differ from the evidence of the items as they are kept.
template <class Item>
void KeepQuotes(const RepeatedPtrField<Item>& items,
                const RepeatedPtrField<Item>& quoted,
                RepeatedPtrField<v1::KeptQuote>& quotes) {
  for (int i = 0; i < items.size(); ++i) {
    if (items[i].has_evidence() == quoted[i].has_evidence() &&
        SameEvidence(items[i].evidence(), quoted[i].evidence()))
      continue;
    v1::KeptQuote& quote = *quotes.Add();
    quote.set_index(i);
    if (quoted[i].has_evidence())
      *quote.mutable_evidence() = quoted[i].evidence();
  }
}

template <class Item>
void ApplyQuotes(const RepeatedPtrField<v1::KeptQuote>& quotes,
                 RepeatedPtrField<Item>& items) {
  for (const v1::KeptQuote& quote : quotes) {
    if (quote.index() >= items.size()) continue;
    Item& item = items[quote.index()];
    item.clear_evidence();
    if (quote.has_evidence()) *item.mutable_evidence() = quote.evidence();
  }
}

v1::KeptFindings Reduce(const QuestionnaireName& name,
                        const Questionnaire& questionnaire) {
  v1::KeptFindings kept;
  kept.set_name(name.ToString());
  kept.set_title(questionnaire.title());
  for (Finding& finding :
       FindLastingFindings(questionnaire, YearOfRound(name.round().id()))) {
    finding.clear_subject();
    for (auto& evidence : *finding.mutable_evidence())
      evidence.clear_questionnaire();
    *kept.add_findings() = std::move(finding);
  }
  const Questionnaire items = RoundItemsOf(questionnaire);
  for (const auto& answer : items.answers())
    kept.add_question_ids(answer.question_id());
  for (const auto& decision : items.decisions())
    if (IsMadeLater(decision.id())) *kept.add_decisions() = decision;
  KeepQuotes(questionnaire.meetings(), items.meetings(),
             *kept.mutable_meeting_quotes());
  KeepQuotes(questionnaire.projects(), items.projects(),
             *kept.mutable_project_quotes());
  return kept;
}

}  // namespace

Findings Apply(Findings findings, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return findings;
  FindingsContribution after;
  if (effect.questionnaire != nullptr)
    after = Keep(Reduce(*name, *effect.questionnaire));
  if (!SameContent(findings.contributions.Find(*name), after))
    findings.contributions.Put(*name, std::move(after));
  return findings;
}

void ForEachSaved(const Findings& findings, SavedRecordVisitor visit) {
  findings.contributions.ForEach([&](const FindingsContribution& contribution) {
    visit({SavedKind::kFindings, contribution->record, contribution->sha256});
  });
}

Questionnaire ItemsOf(const v1::KeptFindings& kept,
                      const Questionnaire* meetings,
                      const Questionnaire* projects) {
  Questionnaire items;
  items.set_name(kept.name());
  items.set_title(kept.title());
  *items.mutable_decisions() = kept.decisions();
  for (const std::string& id : kept.question_ids())
    items.add_answers()->set_question_id(id);
  if (meetings != nullptr) *items.mutable_meetings() = meetings->meetings();
  if (projects != nullptr) *items.mutable_projects() = projects->projects();
  ApplyQuotes(kept.meeting_quotes(), *items.mutable_meetings());
  ApplyQuotes(kept.project_quotes(), *items.mutable_projects());
  return items;
}

}  // namespace compendium::reporting
