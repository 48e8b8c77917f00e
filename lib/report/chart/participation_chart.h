// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// Mechanisms by regions (M49), in each cell how many participants the mechanism
// has there, each once whatever the number of rounds. The content has a
// participation.
DocumentChart ParticipationChart(const ReportContext& context);

}  // namespace compendium
