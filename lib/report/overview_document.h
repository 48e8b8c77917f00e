// SPDX-License-Identifier: Apache-2.0
// One round on a few pages, for people.
#pragma once

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind ROUND_OVERVIEW.
void AddOverview(ReportContext& context, Document& document);

}  // namespace compendium
