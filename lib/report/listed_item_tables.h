// SPDX-License-Identifier: Apache-2.0
// Projects and publications for people.
#pragma once

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// Each project as its questionnaire has it; no rows when there are none. The
// content must have the projects.
DocumentTable ProjectTable(ReportContext& context);

// Each publication; as above.
DocumentTable PublicationTable(ReportContext& context);

// How many projects and publications each mechanism tells of, with what that
// rests on. No rows when there are none. The content must have both.
DocumentTable ListedItemCounts(ReportContext& context);

}  // namespace compendium
