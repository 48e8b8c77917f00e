// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "absl/strings/string_view.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// The first web address in a range, without the marks of the sentence behind
// it: of "(see http://a.example/b)." it is http://a.example/b. Empty when there
// is none. `at` becomes its token, or range.last. Linear.
absl::string_view FindAddress(const AnswerText& answer, TokenRange range,
                              size_t& at);

}  // namespace compendium
