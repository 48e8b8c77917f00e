// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The projection behind SDG coverage: what each questionnaire that is not
// deleted contributes, namely the state of each answer and the claims with
// their evidence. A value; copies share their content.
//
// A change replaces one contribution and nothing else. The cells are put
// together when they are asked for (coverage_answer.h), because an answer
// lists every claim of a round and so costs no less when the cells are kept.
struct SdgCoverage {
  QuestionnaireShelf<Contribution> contributions;
};

// The coverage after a change.
SdgCoverage Apply(SdgCoverage coverage, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const SdgCoverage& coverage, SavedRecordVisitor visit);

}  // namespace compendium::reporting
