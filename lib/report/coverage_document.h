// SPDX-License-Identifier: Apache-2.0
// Coverage for people. What is counted, docs/coverage.md says.
#pragma once

#include <string>
#include <vector>

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind COVERAGE.
void AddCoverage(ReportContext& context, Document& document);

// Parts of it, for other kinds. The content must have a coverage.

// How many nodes of one level there are.
struct LevelCount {
  std::string title;  // "Goals"
  int claimed_count = 0;
  int all_count = 0;
};

// Each level that the framework has, from the top. The levels are never added
// up.
std::vector<LevelCount> CountLevels(const ReportContext& context);

// How much is claimed, by how many, and what a claim is.
std::vector<DocumentBlock> CoverageSummary(const ReportContext& context);

// The nodes that somebody claims, a table for each level that has some.
std::vector<DocumentBlock> ClaimTables(ReportContext& context);

// The nodes that nobody claims, a table for each level that has some.
std::vector<DocumentBlock> GapTables(const ReportContext& context);

// How many nodes of each level nobody claims, and which, unless they are many.
std::vector<DocumentBlock> GapSummary(const ReportContext& context);

// What each mechanism answered, and how to read that.
std::vector<DocumentBlock> VerdictBlocks(const ReportContext& context);

}  // namespace compendium
