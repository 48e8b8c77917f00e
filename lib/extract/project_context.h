// SPDX-License-Identifier: Apache-2.0
// What sentences without labels tell of a project. Pure; linear in the range.
#pragma once

#include <optional>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// For whom a project is: the first "… Process member States", or the places
// behind "covers", "implemented in".
std::optional<TokenRange> CoverageInText(const AnswerText& answer,
                                         TokenRange range);

// Who pays: behind "funded by", "with funding from", to the end of the name.
std::optional<TokenRange> FundingInText(const AnswerText& answer,
                                        TokenRange range);

}  // namespace compendium
