// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// A range without marks and small words at its ends, without a bracket whose
// partner it does not hold, and without the quotation marks around it if they
// are all there are. Linear.
TokenRange TrimValue(const AnswerText& answer, TokenRange range);

// The mark that closes the quotation opened at `at`; `last` if none does.
// Linear.
size_t QuoteEnd(const AnswerText& answer, size_t at, size_t last);

}  // namespace compendium
