// SPDX-License-Identifier: Apache-2.0
// Reports and the records in them as cells that can be compared; cells_of.h has
// the answers.
#pragma once

#include "compendium/registry/v1/questionnaire.pb.h"
#include "compendium/registry/v1/round.pb.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/diff/cells_of.h"

namespace compendium {

// What a questionnaire says word for word: each answer, "not applicable “N/A”"
// for one that tells nothing, on each of its lines; and its title with the
// focus areas. `form` has the titles of the questions.
Cells CellsOf(const registry::v1::Questionnaire& questionnaire,
              const registry::v1::Form& form);

// All that a report says: the cells of its answers and of its questionnaires,
// with their participants where no answer has them.
Cells CellsOf(const reporting::v1::ReportContent& content);

}  // namespace compendium
