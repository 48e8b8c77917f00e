// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/trim_value.h"

namespace compendium {

size_t QuoteEnd(const AnswerText& answer, size_t at, size_t last) {
  for (size_t end = at + 1; end < last; ++end) {
    if (answer.token(end).Is('"')) return end;
  }
  return last;
}

TokenRange TrimValue(const AnswerText& answer, TokenRange range) {
  const auto is_loose = [&](size_t at) {
    const Token& token = answer.token(at);
    return token.Is(',') || token.Is(';') || token.Is(':') || token.Is('-') ||
           token.Is('*') || token.Is('_') || token.Is('>');
  };
  while (!range.empty() &&
         (is_loose(range.first) || answer.token(range.first).Is('.') ||
          answer.token(range.first).Is(')'))) {
    ++range.first;
  }
  int depth = 0;
  for (size_t at = range.first; at < range.last; ++at) {
    depth += answer.token(at).Is('(') ? 1 : answer.token(at).Is(')') ? -1 : 0;
  }
  while (!range.empty()) {
    const size_t last = range.last - 1;
    const Token& token = answer.token(last);
    // The dot of "U.S." belongs to it.
    const bool abbreviation = token.Is('.') && last > range.first + 1 &&
                              answer.token(last - 1).text.size() == 1 &&
                              answer.token(last - 2).Is('.') &&
                              !answer.token(last - 2).space_before;
    const bool stray =
        (token.Is(')') && depth < 0) || (token.Is('(') && depth > 0);
    if (stray) depth += token.Is(')') ? 1 : -1;
    if (!stray && !is_loose(last) && (!token.Is('.') || abbreviation) &&
        !IsOneOf(token, " and or "_words)) {
      break;
    }
    --range.last;
  }
  if (range.size() < 2) return range;
  const bool opened = answer.token(range.first).Is('"');
  const bool closed = answer.token(range.last - 1).Is('"');
  const size_t end = opened ? QuoteEnd(answer, range.first, range.last) : 0;
  if (opened && closed && end + 1 == range.last) {
    return TrimValue(answer, {range.first + 1, range.last - 1});
  }
  // A mark without its partner, which the copy has lost.
  if (opened && end == range.last) return {range.first + 1, range.last};
  return range;
}

}  // namespace compendium
