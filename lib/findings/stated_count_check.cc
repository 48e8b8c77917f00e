// SPDX-License-Identifier: Apache-2.0
// stated-count: a sentence gives a number of goals, and another number of them
// is listed in it, or below it where it lists none itself.
//
//   statement = number [ "out of" [ "the" ] number ] { word } noun
//   noun      = "SDGs" | "goals" | "targets"
//
// where only words that describe goals ("migration-related") may stand between.
#include <algorithm>
#include <optional>
#include <set>

#include "absl/strings/str_cat.h"
#include "lib/domain/sdg_target.h"
#include "lib/extract/claim_finder.h"
#include "lib/extract/meeting_words.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

// What the framework has of each: "the 17 goals" is no count of ours.
constexpr int kGoals = 17;
constexpr int kTargets = 169;

struct Statement {
  int count = 0;
  TokenRange sentence;
};

bool DescribesGoals(const Token& token) {
  return IsOneOf(token,
                 " migration-related migration related relevant different of "
                 "the these those following sustainable development global un "
                 "specific main key "_words) ||
         token.Is('-');
}

bool IsNoun(const Token& token) {
  return IsOneOf(token, " sdgs sdg goals targets "_words);
}

// The count that is stated at `at`; nothing when none is.
std::optional<int> CountAt(const AnswerText& text, size_t at, size_t last) {
  const Token& number = text.token(at);
  const int count = number.is_number() ? number.Value() : CountValue(number);
  if (count < 2 || count >= kTargets || count == kGoals) return std::nullopt;
  size_t next = at + 1;
  const auto is = [&](absl::string_view word) {
    return next < last && text.token(next).IsWord(word);
  };
  if (is("out")) {
    ++next;
    if (!is("of")) return std::nullopt;
    ++next;
    if (is("the")) ++next;
    if (next < last && text.token(next).is_number()) ++next;
  }
  while (next < last && DescribesGoals(text.token(next))) ++next;
  // "8 SDG 10" is a list, and so is "targets 8 and 10".
  if (next >= last || next == at || !IsNoun(text.token(next)))
    return std::nullopt;
  const bool listed =
      at > 0 && (IsNoun(text.token(at - 1)) || text.token(at - 1).is_number() ||
                 text.token(at - 1).Is('.'));
  if (listed && !text.token(at).space_before) return std::nullopt;
  if (at > 0 && IsNoun(text.token(at - 1))) return std::nullopt;
  return count;
}

std::vector<Statement> FindStatements(const AnswerText& text) {
  std::vector<Statement> statements;
  for (const TextLine& line : text.lines()) {
    for (const TokenRange sentence : line.sentences) {
      for (size_t at = sentence.first; at < sentence.last; ++at) {
        const auto count = CountAt(text, at, sentence.last);
        if (!count.has_value()) continue;
        statements.push_back({*count, sentence});
        break;  // one per sentence: a second one only says it again
      }
    }
  }
  return statements;
}

// What bytes [begin, end) of an answer list.
std::vector<FoundClaim> CodesIn(const AnswerView& answer, size_t begin,
                                size_t end) {
  const absl::string_view text = answer.text.text();
  return FindClaims(AnswerText(text.substr(begin, end - begin)),
                    QuestionTopic::kClaims);
}

std::string ListOf(const std::vector<FoundClaim>& codes) {
  std::string list;
  for (const FoundClaim& claim : codes) {
    absl::StrAppend(&list, list.empty() ? "" : ", ", claim.code);
  }
  return list;
}

bool Agrees(int count, const std::vector<FoundClaim>& codes) {
  std::set<int> goals;
  int targets = 0;
  for (const FoundClaim& claim : codes) {
    const auto code = SdgCode::Parse(claim.code);
    if (!code.ok()) continue;
    goals.insert(code->goal());
    targets += code->is_goal() ? 0 : 1;
  }
  return count == static_cast<int>(codes.size()) ||
         count == static_cast<int>(goals.size()) || count == targets;
}

void CheckAnswer(const QuestionnaireView& view, const AnswerView& answer,
                 FindingList& list) {
  const AnswerText& text = answer.text;
  const std::vector<Statement> statements = FindStatements(text);
  for (size_t i = 0; i < statements.size(); ++i) {
    const TokenRange sentence = statements[i].sentence;
    const size_t begin = text.token(sentence.first).begin;
    const size_t end = text.token(sentence.last - 1).end();
    const size_t next = i + 1 < statements.size()
                            ? text.token(statements[i + 1].sentence.first).begin
                            : text.text().size();
    std::vector<FoundClaim> codes = CodesIn(answer, begin, end);
    size_t codes_end = end;
    if (codes.empty()) {
      codes = CodesIn(answer, end, next);
      codes_end = end;
      for (const FoundClaim& claim : codes) {
        codes_end = std::max(codes_end, end + claim.evidence_end);
      }
    }
    if (codes.empty() || Agrees(statements[i].count, codes)) continue;
    list.Add({"stated-count",
              registry::v1::FINDING_SEVERITY_ERROR,
              absl::StrCat("Question ", answer.id(), " speaks of ",
                           statements[i].count, " goals or targets and lists ",
                           codes.size(), ": ", ListOf(codes), "."),
              "Ask the respondent which of them are meant, and correct the "
              "claims or dismiss the finding.",
              {view.Quote(answer, begin, codes_end)},
              absl::StrCat(statements[i].count)});
  }
}

}  // namespace

void CheckStatedCounts(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.answered && answer.topic == QuestionTopic::kClaims) {
      CheckAnswer(view, answer, list);
    }
  }
}

}  // namespace compendium
