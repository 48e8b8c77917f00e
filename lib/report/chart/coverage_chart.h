// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// Mechanisms by goals (or whatever stands on top of the framework) as a heat
// map: in each cell the claims to the goal itself ("G1") and those to its
// targets ("T2"), which are never added up. The content has a coverage.
DocumentChart CoverageChart(const ReportContext& context);

}  // namespace compendium
