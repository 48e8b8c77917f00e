// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/sdg_coverage.h"

#include <utility>

namespace compendium::reporting {
namespace {

using registry::v1::Questionnaire;

Questionnaire Reduce(const QuestionnaireName& name,
                     const Questionnaire& questionnaire) {
  Questionnaire reduced;
  reduced.set_name(name.ToString());
  for (const auto& answer : questionnaire.answers()) {
    auto* kept = reduced.add_answers();
    kept->set_question_id(answer.question_id());
    kept->set_state(answer.state());
  }
  *reduced.mutable_claims() = questionnaire.claims();
  return reduced;
}

}  // namespace

SdgCoverage Apply(SdgCoverage coverage, const RecordEffect& effect) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return coverage;
  const Contribution before = coverage.contributions.Find(*name);
  Contribution after;
  if (effect.questionnaire != nullptr)
    after = Keep(Reduce(*name, *effect.questionnaire));

  const bool same = before != nullptr && after != nullptr
                        ? before->sha256 == after->sha256
                        : before == after;
  if (!same) coverage.contributions.Put(*name, std::move(after));
  return coverage;
}

void ForEachSaved(const SdgCoverage& coverage, SavedRecordVisitor visit) {
  coverage.contributions.ForEach([&](const Contribution& contribution) {
    visit({SavedKind::kCoverage, contribution->record, contribution->sha256});
  });
}

}  // namespace compendium::reporting
