// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "lib/extract/text_lines.h"

namespace compendium {

// Whether the words at `at` are the short name under which Sustainable
// Development Goal `goal` (1 … 17) is known, or begin it: "Climate Action",
// "Decent work and economic growth", "Peace and Justice/Strong Institutions".
// Its first word must come first, and of longer names at least two words that
// carry meaning must follow each other, whatever stands between them. Constant
// time.
bool IsGoalName(const AnswerText& answer, size_t at, size_t last, int goal);

}  // namespace compendium
