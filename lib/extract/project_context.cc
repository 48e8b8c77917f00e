// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/project_context.h"

#include <algorithm>
#include <cstddef>

#include "lib/extract/meeting_words.h"
#include "lib/extract/place_phrase.h"
#include "lib/extract/project_words.h"
#include "lib/extract/trim_value.h"

namespace compendium {
namespace {

// The name of a fund is not longer.
constexpr size_t kFunderTokensMax = 30;

// The end of a name behind "funded by": at a mark, a verb, "to", "and aims".
size_t NameEnd(const AnswerText& answer, size_t at, size_t last) {
  const size_t reach = std::min(last, at + kFunderTokensMax);
  int depth = 0;
  for (size_t end = at; end < reach; ++end) {
    const Token& token = answer.token(end);
    if (token.Is('(')) ++depth;
    if (token.Is(')') && depth-- == 0) return end;
    if (depth > 0) continue;
    const bool dotted = token.Is('.') && end + 1 < last &&
                        !answer.token(end + 1).space_before;  // "U.S."
    if (token.Is(';') || token.Is(':') || (token.Is('.') && !dotted) ||
        (token.Is('-') && token.space_before)) {
      return end;
    }
    if (token.Is(',')) {
      // Another name, or the rest of one, has a capital.
      const size_t next = end + 1;
      const bool goes_on = next < last && (answer.token(next).IsCapitalised() ||
                                           answer.token(next).IsWord("and"));
      if (!goes_on) return end;
      continue;
    }
    if (IsFiniteVerb(answer, end) ||
        IsOneOf(token,
                " to which that who until from since with in under "
                "for through as within "
                "implemented starting running "_words)) {
      return end;
    }
    if (token.IsWord("and") && end + 1 < last &&
        (IsFiniteVerb(answer, end + 1) ||
         IsOneOf(answer.token(end + 1), " implemented runs will "_words))) {
      return end;
    }
  }
  return reach;
}

bool IsStatesWord(const AnswerText& answer, size_t at, size_t last) {
  return at + 1 < last &&
         IsOneOf(answer.token(at), " member participating "_words) &&
         IsOneOf(answer.token(at + 1),
                 " states states' states’ countries "_words);
}

}  // namespace

std::optional<TokenRange> CoverageInText(const AnswerText& answer,
                                         TokenRange range) {
  for (size_t at = range.first; at < range.last; ++at) {
    if (IsStatesWord(answer, at, range.last)) {
      size_t first = at;
      while (first > range.first && answer.token(first - 1).IsCapitalised() &&
             !IsDeterminer(answer.token(first - 1))) {
        --first;
      }
      if (first < at) return TokenRange{first, at + 2};
    }
    const bool covers =
        IsOneOf(answer.token(at), " covers covering "_words) ||
        (at + 1 < range.last &&
         IsOneOf(answer.token(at), " implemented carried "_words) &&
         answer.token(at + 1).IsWord("in"));
    if (!covers) continue;
    size_t first = at + (answer.token(at).IsWord("implemented") ? 2 : 1);
    size_t last = first;
    while (const auto place = MatchPlace(answer, last, range.last, false)) {
      first = std::min(first, place->range.first);
      last = place->range.last;
      size_t next = last;
      while (next < range.last &&
             (answer.token(next).Is(',') || answer.token(next).IsWord("and"))) {
        ++next;
      }
      if (next == last || !MatchPlace(answer, next, range.last, false)) break;
      last = next;
    }
    if (last > first) return TokenRange{first, last};
  }
  return std::nullopt;
}

std::optional<TokenRange> FundingInText(const AnswerText& answer,
                                        TokenRange range) {
  for (size_t at = range.first; at + 2 < range.last; ++at) {
    const Token& token = answer.token(at);
    const Token& next = answer.token(at + 1);
    const bool by =
        (IsOneOf(token, " funded financed co-funded co-financed "_words) &&
         next.IsWord("by")) ||
        (token.IsWord("funding") && IsOneOf(next, " from by of "_words)) ||
        (IsOneOf(token, " contribution grant "_words) && next.IsWord("from"));
    if (!by) continue;
    TokenRange name{at + 2, NameEnd(answer, at + 2, range.last)};
    while (!name.empty() && IsDeterminer(answer.token(name.first))) {
      ++name.first;
    }
    name = TrimValue(answer, name);
    if (!name.empty()) return name;
  }
  return std::nullopt;
}

}  // namespace compendium
