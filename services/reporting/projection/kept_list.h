// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"

namespace compendium::reporting {

// Applies an effect to a projection that keeps one list of each questionnaire.
// copy_list(from, to) puts that list into an empty questionnaire. One whose
// list is empty, or that is deleted, leaves nothing on the shelf; one whose
// list stays as it was changes nothing.
template <class CopyList>
void ApplyList(const RecordEffect& effect, CopyList copy_list,
               QuestionnaireShelf<Contribution>& shelf) {
  const QuestionnaireName* name = effect.name.questionnaire();
  if (name == nullptr) return;
  Contribution after;
  if (effect.questionnaire != nullptr) {
    registry::v1::Questionnaire reduced;
    copy_list(*effect.questionnaire, reduced);
    if (reduced.ByteSizeLong() > 0) {
      reduced.set_name(name->ToString());
      after = Keep(std::move(reduced));
    }
  }
  const Contribution before = shelf.Find(*name);
  const bool same = before != nullptr && after != nullptr
                        ? before->sha256 == after->sha256
                        : before == after;
  if (!same) shelf.Put(*name, std::move(after));
}

}  // namespace compendium::reporting
