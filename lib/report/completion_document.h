// SPDX-License-Identifier: Apache-2.0
// Completion for people. What is counted, docs/completion.md says.
#pragma once

#include <vector>

#include "lib/report/document.h"
#include "lib/report/report_context.h"

namespace compendium {

// The sections of a report of kind COMPLETION.
void AddCompletion(ReportContext& context, Document& document);

// Parts of it, for other kinds. The content must have a completion.

// How many mechanisms have a questionnaire, and how many cells are answered.
std::vector<DocumentBlock> CompletionSummary(const ReportContext& context);

// Mechanisms by questions, each cell with its mark, which leads to its
// evidence; the marks that occur are explained first.
std::vector<DocumentBlock> CompletionMatrix(ReportContext& context);

// Each question with how often it is in which state.
DocumentTable QuestionTable(const ReportContext& context);

}  // namespace compendium
