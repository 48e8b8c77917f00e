// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "services/reporting/projection/questionnaire_shelf.h"
#include "services/reporting/projection/record_effect.h"

namespace compendium::reporting {

// What questionnaires say word for word: title, focus areas and answers. A
// projection as those in projections.h, which no snapshot keeps, because texts
// are most of what a registry holds: who compares them brings those of a
// report. A value; copies share their content.
struct AnswerTexts {
  QuestionnaireShelf<Contribution> contributions;
};

// The texts after a change.
AnswerTexts Apply(AnswerTexts texts, const RecordEffect& effect);

// The texts of the records in a report. DATA_LOSS when one of them has not the
// name of a questionnaire.
absl::StatusOr<AnswerTexts> AnswerTextsIn(const v1::ReportContent& content);

}  // namespace compendium::reporting
