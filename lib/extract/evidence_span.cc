// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/evidence_span.h"

#include "lib/extract/limits.h"

namespace compendium {

absl::string_view CutText(absl::string_view text, size_t size_max) {
  if (text.size() <= size_max) return text;
  size_t size = size_max;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
    --size;
  }
  return text.substr(0, size);
}

ByteSpan QuoteSpan(const AnswerText& answer, TokenRange sentence) {
  if (sentence.empty()) return ByteSpan();
  const size_t begin = answer.token(sentence.first).begin;
  const absl::string_view quote =
      CutText(answer.Slice(sentence), kQuoteBytesMax);
  return {begin, begin + quote.size()};
}

}  // namespace compendium
