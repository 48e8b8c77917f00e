// SPDX-License-Identifier: Apache-2.0
// Participation for people. What is counted, docs/participation.md says.
#pragma once

#include <vector>

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind PARTICIPATION.
void AddParticipation(ReportContext& context, Document& document);

// Parts of it, for other kinds. The content must have a participation.

// How many participants there are, and what one is.
std::vector<DocumentBlock> ParticipationSummary(const ReportContext& context);

// Each questionnaire with how many participants it lists.
DocumentTable MechanismTable(const ReportContext& context);

// Each participant with where it takes part.
DocumentTable ParticipantTable(ReportContext& context);

}  // namespace compendium
