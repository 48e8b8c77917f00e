// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>

#include "lib/document/ast_grid.h"

namespace compendium {

// The first known question that a row of the table asks by its words, in its
// first or second column; an index of KnownQuestions(). Nothing when none does.
std::optional<size_t> FirstQuestion(const Grid& grid);

}  // namespace compendium
