// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/answer_state.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {
namespace {

// A cross reference says nothing else, so it is a handful of words.
constexpr size_t kReferenceTokensMax = 12;
// A denial longer than this tells something.
constexpr size_t kDenialTokensMax = 60;
// How far from its start a sentence may still turn out to deny.
constexpr size_t kDenialReach = 4;

// The words and numbers of a short text without what is between them, in lower
// case: "- n. a." is "na". Empty for a text with more than 32 letters.
std::string Letters(const AnswerText& answer) {
  std::string letters;
  for (const Token& token : answer.tokens()) {
    if (token.kind != TokenKind::kMark) absl::StrAppend(&letters, token.text);
    if (letters.size() > 32) return std::string();
  }
  return absl::AsciiStrToLower(letters);
}

bool HasWordOrNumber(const AnswerText& answer) {
  return std::any_of(
      answer.tokens().begin(), answer.tokens().end(),
      [](const Token& token) { return token.kind != TokenKind::kMark; });
}

// "See point 2", "please refer to question 2A above", "as above", "idem".
bool IsCrossReference(const AnswerText& answer) {
  if (answer.lines().size() != 1) return false;
  const TokenRange range = answer.lines()[0].tokens;
  if (range.size() > kReferenceTokensMax) return false;
  size_t at = range.first;
  if (answer.token(at).IsWord("please")) ++at;
  if (at < range.last && answer.token(at).IsWord("kindly")) ++at;
  if (at >= range.last) return false;
  const Token& lead = answer.token(at);
  if (IsOneOf(lead, " idem ditto ibid "_words)) return true;
  if (!IsOneOf(lead, " see refer cf as same mentioned "_words)) return false;
  for (++at; at < range.last; ++at) {
    if (IsOneOf(answer.token(at),
                " point points question questions section sections answer "
                "answers item items above below paragraph number no "_words)) {
      return true;
    }
    // "See 2A"
    if (answer.token(at).is_number() && lead.IsWord("see")) return true;
  }
  return false;
}

bool IsNegation(const Token& token) {
  if (IsOneOf(token, " no not none nothing never nil neither without "_words)) {
    return true;
  }
  const absl::string_view text = token.text;
  return token.is_word() && text.size() > 3 &&
         absl::AsciiStrToLower(text.substr(text.size() - 1)) == "t" &&
         (text.substr(text.size() - 3, 2) == "n'" ||
          (text.size() > 5 &&
           text.substr(text.size() - 5, 4) == "n\xE2\x80\x99"));
}

// Whether a sentence starts by denying: the negation is its first word, or
// follows only words such as "there has been" or "it has".
bool Denies(const AnswerText& answer, TokenRange sentence) {
  const size_t reach = std::min(sentence.last, sentence.first + kDenialReach);
  for (size_t at = sentence.first; at < reach; ++at) {
    const Token& token = answer.token(at);
    if (IsNegation(token)) {
      // "Not only …" affirms; "No. 5" and "No 5" count.
      if (at + 1 >= sentence.last) return true;
      const Token& next = answer.token(at + 1);
      const bool counts =
          next.is_number() || (next.Is('.') && at + 2 < sentence.last &&
                               answer.token(at + 2).is_number());
      return !counts && !next.IsWord("only");
    }
    if (!IsOneOf(token,
                 " there it this that we they he she i has have had is are was "
                 "were been be do does did so currently yet as far "_words)) {
      return false;
    }
  }
  return false;
}

// Codes such as "8.7" tell something even inside a denial.
bool NamesCode(const AnswerText& answer, TokenRange range) {
  for (size_t at = range.first; at + 2 < range.last; ++at) {
    if (answer.token(at).is_number() && answer.token(at + 1).Is('.') &&
        !answer.token(at + 1).space_before &&
        answer.token(at + 2).is_number() &&
        !answer.token(at + 2).space_before) {
      return true;
    }
  }
  return false;
}

bool IsNegativeStatement(const AnswerText& answer) {
  if (answer.lines().size() != 1) return false;
  const TextLine& line = answer.lines()[0];
  if (line.tokens.size() > kDenialTokensMax) return false;
  if (NamesCode(answer, line.tokens)) return false;
  return std::all_of(
      line.sentences.begin(), line.sentences.end(),
      [&](TokenRange sentence) { return Denies(answer, sentence); });
}

}  // namespace

AnswerState ClassifyAnswer(absl::string_view text) {
  return ClassifyAnswer(AnswerText(text));
}

AnswerState ClassifyAnswer(const AnswerText& answer) {
  if (!HasWordOrNumber(answer)) return AnswerState::kBlank;
  const std::string letters = Letters(answer);
  if (letters == "na" || letters == "notapplicable" ||
      letters == "nonapplicable") {
    return AnswerState::kNotApplicable;
  }
  if (letters == "ntr" || letters == "nothingtoreport" ||
      letters == "nothingnewtoreport" || letters == "nothingtoreportyet") {
    return AnswerState::kNothingToReport;
  }
  if (IsCrossReference(answer)) return AnswerState::kCrossReference;
  if (IsNegativeStatement(answer)) return AnswerState::kNegativeStatement;
  return AnswerState::kAnswered;
}

}  // namespace compendium
