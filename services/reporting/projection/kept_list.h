// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"

namespace compendium::reporting {

// What an effect leaves of one list of a questionnaire; null when the list is
// empty or the questionnaire is deleted. copy_list(from, to) puts the list into
// an empty questionnaire.
template <class CopyList>
Contribution KeepList(const QuestionnaireName& name, const RecordEffect& effect,
                      CopyList copy_list) {
  if (effect.questionnaire == nullptr) return nullptr;
  registry::v1::Questionnaire reduced;
  copy_list(*effect.questionnaire, reduced);
  if (reduced.ByteSizeLong() == 0) return nullptr;
  reduced.set_name(name.ToString());
  return Keep(std::move(reduced));
}

// Applies an effect to a projection that keeps one list of each questionnaire
// and nothing else. A list that stays as it was changes nothing.
template <class CopyList>
void ApplyList(const RecordEffect& effect, CopyList copy_list,
               QuestionnaireShelf<Contribution>& shelf) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return;
  Contribution after = KeepList(*name, effect, copy_list);
  if (!SameContent(shelf.Find(*name), after))
    shelf.Put(*name, std::move(after));
}

}  // namespace compendium::reporting
