// SPDX-License-Identifier: Apache-2.0
// What of a document's tree asks a question or begins a questionnaire.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "lib/document/ast_grid.h"
#include "lib/document/document_line.h"

namespace compendium {

// The first known question that a row of the table asks by its words, in its
// first or second column; an index of KnownQuestions(). Nothing when none does.
std::optional<size_t> FirstQuestion(const Grid& grid);

// The inlines of a paragraph or heading; null for other blocks.
const Ast& InlinesOf(const Ast& block);

// Their words, on one line and without markup.
std::string WordsOf(const Ast& inlines);

// What a line such as "Member States: A, B" starts.
LineMark MarkOfLine(absl::string_view words);

// For each block, which known question is asked next below it.
std::vector<std::optional<size_t>> NextQuestions(const Ast& blocks);

// Whether "Member States:" or "Focus:" is or comes soon below block `index`,
// before any question.
bool PreambleFollows(const Ast& blocks, size_t index);

}  // namespace compendium
