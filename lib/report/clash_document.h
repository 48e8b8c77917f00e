// SPDX-License-Identifier: Apache-2.0
// Clashes for people. The rules stand in docs/clashes.md.
#pragma once

#include <vector>

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind CLASHES.
void AddClashes(ReportContext& context, Document& document);

// Parts of it, for other kinds. The content must have clashes.

// How many clashes there are, and what one is.
std::vector<DocumentBlock> ClashSummary(const ReportContext& context);

// The clashes of one certainty as a table; no rows when there are none.
DocumentTable ClashTable(reporting::v1::ClashCertainty certainty,
                         ReportContext& context);

}  // namespace compendium
