// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "absl/strings/string_view.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// A stretch of an answer's text: bytes [begin, end).
struct ByteSpan {
  size_t begin = 0;
  size_t end = 0;
};

// At most `size_max` bytes of `text`, cut before a UTF-8 character.
absl::string_view CutText(absl::string_view text, size_t size_max);

// Where a sentence stands, not more than the kQuoteBytesMax bytes that a quote
// may have.
ByteSpan QuoteSpan(const AnswerText& answer, TokenRange sentence);

}  // namespace compendium
