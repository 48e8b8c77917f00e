// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/project_title.h"

#include <algorithm>
#include <cstddef>

#include "lib/extract/date_phrase.h"
#include "lib/extract/meeting_words.h"
#include "lib/extract/project_words.h"
#include "lib/extract/trim_value.h"

namespace compendium {
namespace {

// A title is not longer; what is, is prose.
constexpr size_t kTitleTokensMax = 45;
// How far a verb's name for a project stands behind it: "a project called X".
constexpr size_t kCalledReach = 3;

// Words that, behind a dash or a comma, tell of a project what is not its name.
bool StartsRemark(const AnswerText& answer, size_t at, size_t last) {
  if (at >= last) return true;
  const Token& token = answer.token(at);
  if (IsOneOf(token,
              " with funded financed supported implemented led run co-funded "
              "launched which that currently starting started planned to "
              "ongoing new under from by for a an is project "_words)) {
    return !token.IsCapitalised();
  }
  return false;
}

// Where "in", ":", ";" … end a title that starts at range.first; `at` stands
// outside quotation marks and parentheses.
bool EndsTitle(const AnswerText& answer, size_t at, TokenRange range) {
  const Token& token = answer.token(at);
  if (at == range.first) return false;
  if (token.Is(';')) return true;
  const size_t next = at + 1;
  if (token.Is(':')) {
    if (next >= range.last) return true;
    const bool title =
        answer.token(next).IsCapitalised() || answer.token(next).Is('"');
    return !title || HasFiniteVerb(answer, {next, range.last});
  }
  if (token.Is('-') && token.space_before) {
    return StartsRemark(answer, next, range.last);
  }
  if (token.Is(',')) {
    return next < range.last && !answer.token(next).IsWord("by") &&
           !answer.token(next).IsWord("for") &&
           !answer.token(next).IsWord("to") &&
           StartsRemark(answer, next, range.last);
  }
  return StartsSentence(answer, at, range.last);
}

// Where a parenthesis that tells a time or who pays opens.
bool IsRemarkInBrackets(const AnswerText& answer, size_t at, size_t last) {
  if (!answer.token(at).Is('(')) return false;
  size_t close = at + 1;
  while (close < last && !answer.token(close).Is(')')) ++close;
  for (size_t in = at + 1; in < close; ++in) {
    if (IsOneOf(
            answer.token(in),
            " funded financed duration months years ongoing supported "_words)) {
      return true;
    }
  }
  const auto dates = FindDates(answer.tokens(), {at + 1, close});
  return !dates.empty();
}

}  // namespace

bool IsTitleLine(const AnswerText& answer, TokenRange line) {
  if (line.empty() || line.size() > kTitleTokensMax) return false;
  const Token& first = answer.token(line.first);
  if (!first.IsCapitalised() && !first.is_number() && !first.Is('"')) {
    return false;
  }
  if (IsOneOf(first,
              " this these it they in under to despite during we as if when "
              "there no none not furthermore moreover currently additionally "
              "also "_words)) {
    return false;
  }
  if (first.IsWord("the") && line.size() > 2 &&
      StartsSentence(answer, line.first, line.last)) {
    return false;
  }
  return !HasFiniteVerb(answer, line);
}

TokenRange CutTitle(const AnswerText& answer, TokenRange line) {
  // "Project 2 – Safe ports" is named Safe ports.
  if (line.size() > 3 && IsProjectNoun(answer.token(line.first)) &&
      answer.token(line.first + 1).Value() > 0) {
    const Token& mark = answer.token(line.first + 2);
    if (mark.Is('-') || mark.Is(':') || mark.Is('.')) line.first += 3;
  }
  if (line.empty()) return line;
  const auto dates = FindDates(answer.tokens(), line);
  const auto period =
      std::find_if(dates.begin(), dates.end(), [&](const DatePhrase& date) {
        return date.is_period() && date.range.first > line.first + 1;
      });
  size_t last = period == dates.end() ? line.last : period->range.first;
  if (answer.token(line.first).Is('"')) {
    const size_t end = QuoteEnd(answer, line.first, last);
    const bool goes_on = end + 2 < last && answer.token(end + 1).Is('-') &&
                         IsOneOf(answer.token(end + 2), " phase part "_words);
    if (end < last && !goes_on) return {line.first + 1, end};
  }
  int depth = 0;
  bool quoted = false;
  for (size_t at = line.first; at < last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is('"')) quoted = !quoted;
    if (quoted) continue;
    if (depth == 0 && at > line.first &&
        (EndsTitle(answer, at, {line.first, last}) ||
         IsRemarkInBrackets(answer, at, last))) {
      last = at;
      break;
    }
    if (token.Is('(')) ++depth;
    if (token.Is(')') && depth > 0) --depth;
    if (token.kind == TokenKind::kAddress) {
      last = at;
      break;
    }
  }
  TokenRange title = TrimValue(answer, {line.first, last});
  while (!title.empty() && IsOneOf(answer.token(title.last - 1),
                                   " from in of for the with "_words)) {
    --title.last;
  }
  return title;
}

TokenRange TitleInSentence(const AnswerText& answer, TokenRange sentence) {
  if (DeniesProject(answer, sentence)) return {};
  const bool named = NamesProject(answer, sentence);
  for (size_t at = sentence.first; named && at < sentence.last; ++at) {
    const Token& token = answer.token(at);
    if (token.Is('"')) {
      const size_t end = QuoteEnd(answer, at, sentence.last);
      if (end - at > 1) return {at + 1, end};
    }
    if (!IsOneOf(token, " called entitled titled named "_words)) continue;
    size_t start = at + 1;
    const size_t reach = std::min(sentence.last, start + kCalledReach);
    while (start < reach && !answer.token(start).IsCapitalised() &&
           !answer.token(start).Is('"')) {
      ++start;
    }
    if (start < reach) return CutTitle(answer, {start, sentence.last});
  }
  if (!named) return {};
  size_t verb = sentence.first;
  while (verb < sentence.last && !IsFiniteVerb(answer, verb)) ++verb;
  TokenRange subject = CutTitle(answer, {sentence.first, verb});
  while (!subject.empty() && IsDeterminer(answer.token(subject.first))) {
    ++subject.first;
  }
  if (subject.size() > 1 && NamesProject(answer, subject)) return subject;
  // "IOM launched a regional programme on …": the verb's object.
  for (size_t at = verb; at + 1 < sentence.last; ++at) {
    if (!IsDeterminer(answer.token(at))) continue;
    const TokenRange object = CutTitle(answer, {at + 1, sentence.last});
    if (object.size() > 1 && NamesProject(answer, object)) return object;
    break;
  }
  return {};
}

}  // namespace compendium
