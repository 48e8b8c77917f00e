// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "lib/extract/date_phrase.h"
#include "lib/extract/months_ahead.h"
#include "lib/extract/token.h"

namespace compendium {

// Reads the date that starts exactly at token `at` and ends before `last`, but
// for approximations in front of it and confirmations behind it. False, and
// `phrase` is as it was, when there is none. Constant time.
bool ReadDate(const std::vector<Token>& tokens, size_t at, size_t last,
              MonthsAhead& months, DatePhrase& phrase);

}  // namespace compendium
