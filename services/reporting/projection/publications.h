// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The projection behind the list of publications: those of each questionnaire
// that names some, as it has them.
// A value; copies share their content. A change replaces one contribution and
// nothing else.
struct Publications {
  QuestionnaireShelf<Contribution> contributions;
};

// The publications after a change.
Publications Apply(Publications publications, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const Publications& publications, SavedRecordVisitor visit);

}  // namespace compendium::reporting
