// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The projection behind what depends on who takes part, such as clashes: the
// participants of each questionnaire that names some, as it has them.
// A value; copies share their content. A change replaces one contribution and
// nothing else.
struct Participants {
  QuestionnaireShelf<Contribution> contributions;
};

// The participants after a change.
Participants Apply(Participants participants, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const Participants& participants, SavedRecordVisitor visit);

}  // namespace compendium::reporting
