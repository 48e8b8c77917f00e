// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/publication_title.h"

#include <algorithm>
#include <cstddef>

#include "lib/extract/date_phrase.h"
#include "lib/extract/meeting_words.h"
#include "lib/extract/publication_words.h"
#include "lib/extract/trim_value.h"

namespace compendium {
namespace {

// A phrase around a noun is not longer.
constexpr size_t kPhraseTokensMax = 40;
// A remark in brackets is not longer; a bracket may never be closed.
constexpr size_t kBracketTokensMax = 40;
// A single word in quotation marks is no title.
constexpr size_t kQuotedTokensMin = 2;

std::vector<TokenRange> QuotedTitles(const AnswerText& answer,
                                     TokenRange range) {
  std::vector<TokenRange> titles;
  for (size_t at = range.first; at < range.last; ++at) {
    if (!answer.token(at).Is('"')) continue;
    size_t end = at + 1;
    while (end < range.last && !answer.token(end).Is('"')) ++end;
    const TokenRange inside{at + 1, end};
    const bool title = inside.size() >= kQuotedTokensMin &&
                       (answer.token(at + 1).IsCapitalised() ||
                        answer.token(at + 1).is_number());
    if (title) titles.push_back(TrimValue(answer, inside));
    at = end;
  }
  return titles;
}

// "(2016)", "(forthcoming)", "(available in Spanish)", "(May 2016)".
bool IsRemarkInBrackets(const AnswerText& answer, size_t at, size_t last) {
  size_t close = at + 1;
  last = std::min(last, close + kBracketTokensMax);
  while (close < last && !answer.token(close).Is(')')) ++close;
  const TokenRange inside{at + 1, close};
  if (inside.empty()) return true;
  if (!FindDates(answer.tokens(), inside).empty()) return true;
  if (PublicationStatusIn(answer, inside) != 0) return true;
  for (size_t in = inside.first; in < inside.last; ++in) {
    if (answer.token(in).kind == TokenKind::kAddress ||
        IsOneOf(answer.token(in),
                " available see link published pages online english french "
                "spanish draft ongoing "_words)) {
      return true;
    }
  }
  return false;
}

// Words behind a dash, a comma or alone that no longer name it.
bool StartsRemark(const AnswerText& answer, size_t at, size_t last) {
  if (at >= last) return true;
  const Token& token = answer.token(at);
  if (token.kind == TokenKind::kAddress) return true;
  if (token.IsCapitalised() && !IsOneOf(token,
                                        " available published draft "
                                        "forthcoming link see "
                                        "launched produced issued "
                                        "report "_words)) {
    return false;
  }
  if (IsOneOf(token,
              " available published forthcoming draft link see launched "
              "produced issued expected planned prepared developed ongoing "
              "currently which supported funded upcoming drafted finalised "
              "soon translated "_words)) {
    return true;
  }
  const TokenRange two{at, std::min(last, at + 2)};
  return IsOneOf(token, " under in being to "_words) &&
         PublicationStatusIn(answer, two) != 0;
}

bool EndsTitle(const AnswerText& answer, size_t at, TokenRange entry) {
  const Token& token = answer.token(at);
  const size_t next = at + 1;
  if (token.kind == TokenKind::kAddress || token.Is(';')) return true;
  if (token.Is('(')) return IsRemarkInBrackets(answer, at, entry.last);
  if (token.Is(',') || (token.Is('-') && token.space_before) || token.Is(':') ||
      token.Is('.')) {
    if (StartsRemark(answer, next, entry.last)) return true;
    if (!token.Is(',') && !token.Is('-') && !token.Is('.')) return false;
    // ", 2016", ", by the secretariat", ", May 2016"
    if (token.Is(',') && answer.token(next).IsWord("by")) return true;
    const auto dates =
        FindDates(answer.tokens(), {next, std::min(entry.last, next + 8)});
    return !dates.empty() && dates[0].range.first == next &&
           !dates[0].is_interval;
  }
  if (token.IsCapitalised()) return false;
  return StartsRemark(answer, at, entry.last) && !token.IsWord("draft") &&
         !IsOneOf(token, " see which supported planned to "_words);
}

// Verbs and marks before which a noun phrase cannot go back.
bool StopsPhrase(const Token& token) {
  return token.Is(',') || token.Is(';') || token.Is(':') || token.Is('.') ||
         token.Is('-') || token.Is('"') || token.Is('*') ||
         token.kind == TokenKind::kAddress || StopsTitle(token) ||
         IsOneOf(token,
                 " and or has have published issued launched produced released "
                 "developed prepared drafted drafting wrote updated updating "
                 "finalised finalized printed publishing preparing developing "
                 "translated currently also recently new however is "_words);
}

// Where the words behind the noun end that belong to it: "on return", "for
// border guards and judges".
size_t PhraseEnd(const AnswerText& answer, size_t noun, size_t last) {
  size_t end = noun + 1;
  const size_t reach = std::min(last, noun + kPhraseTokensMax);
  if (end >= reach ||
      !IsOneOf(answer.token(end), " on of for about to "_words)) {
    return end;
  }
  // "to be published" is no part of a name.
  if (answer.token(end).IsWord("to") && end + 1 < reach &&
      answer.token(end + 1).IsWord("be")) {
    return end;
  }
  for (; end < reach; ++end) {
    const Token& token = answer.token(end);
    const bool stops =
        token.Is(',') || token.Is(';') || token.Is('.') || token.Is('(') ||
        token.Is(':') || (token.Is('-') && token.space_before) ||
        token.kind == TokenKind::kAddress ||
        (!token.IsCapitalised() && IsAuxiliary(token)) ||
        IsOneOf(token,
                " that which who published issued launched before by until "
                "currently under expected "_words);
    if (stops) return end;
    const bool more = end + 1 < reach && token.IsWord("and") &&
                      (IsDeterminer(answer.token(end + 1)) ||
                       IsPublicationNoun(answer.token(end + 1)));
    if (more) return end;
    if (token.IsWord("in") && end + 1 < reach &&
        !FindDates(answer.tokens(), {end + 1, std::min(reach, end + 5)})
             .empty()) {
      return end;
    }
  }
  return end;
}

}  // namespace

TokenRange TitleOfEntry(const AnswerText& answer, TokenRange entry) {
  const auto quoted = QuotedTitles(answer, entry);
  if (!quoted.empty() && !quoted[0].empty()) {
    // Quotation marks late in a long name are part of it, unless it ends with
    // them: a study on "X".
    constexpr size_t kKindTokensMax = 6;
    bool around = quoted[0].first <= entry.first + 1;
    if (quoted[0].first <= entry.first + kKindTokensMax &&
        quoted[0].size() >= kKindTokensMax) {
      around = true;
      for (size_t at = quoted[0].last; at < entry.last; ++at) {
        around &= answer.token(at).kind == TokenKind::kMark;
      }
    }
    const bool named = quoted[0].first >= 2 &&
                       IsOneOf(answer.token(quoted[0].first - 2),
                               " title entitled titled called named "_words);
    if (around || named) return quoted[0];
  }
  while (
      entry.size() > 2 &&
      IsOneOf(answer.token(entry.first),
              " publication launch elaboration finalisation release "
              "production issuance printing publishing translation "_words) &&
      IsOneOf(answer.token(entry.first + 1), " of "_words)) {
    entry.first += 2;
    while (entry.size() > 1 && IsDeterminer(answer.token(entry.first))) {
      ++entry.first;
    }
  }
  size_t last = entry.first;
  bool inside = false;
  while (last < entry.last) {
    if (answer.token(last).Is('"')) inside = !inside;
    if (!inside && last > entry.first && EndsTitle(answer, last, entry)) break;
    ++last;
  }
  return TrimValue(answer, {entry.first, last});
}

std::vector<TokenRange> SplitEntries(const AnswerText& answer,
                                     TokenRange line) {
  std::vector<TokenRange> entries;
  bool quoted = false;
  size_t first = line.first;
  for (size_t at = line.first; at < line.last; ++at) {
    if (answer.token(at).Is('"')) quoted = !quoted;
    if (quoted || !answer.token(at).Is(';')) continue;
    // What follows must be an entry itself.
    const size_t next = at + 1;
    const bool entry =
        next + 2 < line.last &&
        (answer.token(next).IsCapitalised() || answer.token(next).Is('"'));
    if (!entry) continue;
    entries.push_back({first, at});
    first = next;
  }
  entries.push_back({first, line.last});
  return entries;
}

std::vector<TokenRange> TitlesInSentence(const AnswerText& answer,
                                         TokenRange sentence) {
  std::vector<TokenRange> titles = QuotedTitles(answer, sentence);
  if (!titles.empty()) return titles;
  for (size_t at = sentence.first; at < sentence.last; ++at) {
    if (!IsPublicationNoun(answer.token(at))) continue;
    // "policy paper series": the last noun of the phrase counts.
    if (at + 1 < sentence.last && IsPublicationNoun(answer.token(at + 1))) {
      continue;
    }
    size_t first = at;
    while (first > sentence.first && at - first < kPhraseTokensMax &&
           !StopsPhrase(answer.token(first - 1))) {
      --first;
    }
    const size_t end = PhraseEnd(answer, at, sentence.last);
    const TokenRange phrase = TrimValue(answer, {first, end});
    at = end - 1;
    // One word only points to something.
    if (phrase.size() > 1) titles.push_back(phrase);
  }
  return titles;
}

}  // namespace compendium
