// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"
#include "services/reporting/projection/saved_record.h"

namespace compendium::reporting {

// The projection behind SDG coverage and completion: what each questionnaire
// that is not deleted says to the questions, namely the state of each answer
// with who set it, the text of an answer that tells nothing ("N/A", "See point
// 2"; cut to kUntellingTextBytesMax), and the claims with their evidence. A
// value; copies share their content.
//
// A change replaces one contribution and nothing else. The cells are put
// together when they are asked for (coverage_answer.h, completion_answer.h),
// because an answer lists all of a round and so costs no less when the cells
// are kept.
struct GivenAnswers {
  QuestionnaireShelf<Contribution> contributions;
};

// The given answers after a change.
GivenAnswers Apply(GivenAnswers answers, const RecordEffect& effect);

// Visits the state's records by round, then mechanism.
void ForEachSaved(const GivenAnswers& answers, SavedRecordVisitor visit);

}  // namespace compendium::reporting
