// SPDX-License-Identifier: Apache-2.0
// Checks of what is claimed, not of how it is worded: unknown-code,
// claim-strength, goals-unnamed, goals-without-project.
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "lib/domain/sdg_target.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

bool IsGoalWord(const Token& token) {
  return IsOneOf(token, " sdg sdgs goal goals "_words);
}

bool IsFrameworkWord(const Token& token) {
  return IsGoalWord(token) || IsOneOf(token, " target targets "_words);
}

// Whether the answer speaks of the SDGs, so that its goals and targets are
// theirs.
bool SpeaksOfGoals(const AnswerText& text) {
  for (size_t at = 0; at < text.tokens().size(); ++at) {
    const Token& token = text.token(at);
    if (IsOneOf(token, " sdg sdgs "_words)) return true;
    if (at > 0 && token.IsWord("development") &&
        text.token(at - 1).IsWord("sustainable")) {
      return true;
    }
    if (at > 0 && token.IsWord("agenda") && text.token(at - 1).Value() == 2030)
      return true;
  }
  return false;
}

// A code as it is written, and whether it can be one at all: "10.7.1" is an
// indicator, "31.12.2016" a day, "20%" a share.
struct WrittenCode {
  std::string code;
  size_t end = 0;  // the token behind it
  bool dotted = false;
  bool is_code = true;
};

// "25 countries": a plural behind a bare number is what it counts.
bool IsCounted(const Token& token) {
  return token.is_word() && token.text.size() > 3 && token.text.back() == 's';
}

WrittenCode ReadCode(const AnswerText& text, size_t at, size_t last) {
  WrittenCode written{std::string(text.token(at).text), at + 1};
  const auto joined = [&](size_t next) {
    return next < last && !text.token(next).space_before;
  };
  if (joined(at + 1) && text.token(at + 1).Is('.') && joined(at + 2)) {
    const Token& part = text.token(at + 2);
    if (part.is_number() || (part.is_word() && part.text.size() == 1)) {
      absl::StrAppend(&written.code, ".", absl::AsciiStrToLower(part.text));
      written.dotted = true;
      written.end = at + 3;
    }
  }
  if (!written.dotted && written.end < last) {
    const Token& next = text.token(written.end);
    const bool counts_something = next.Is('%') || IsCounted(next);
    if (counts_something) written.is_code = false;
  }
  if (joined(written.end)) {
    const Token& next = text.token(written.end);
    const bool goes_on = next.Is('.') && joined(written.end + 1) &&
                         text.token(written.end + 1).is_number();
    if (next.is_word() || next.Is('%') || goes_on) written.is_code = false;
  }
  return written;
}

// Whether no goal or target has the code. A bare number counts only behind
// "SDG" or "goal", and only where it can be no year or amount.
bool IsUnknown(const WrittenCode& written, int number, bool behind_goal) {
  if (!written.is_code || SdgCode::Parse(written.code).ok()) return false;
  if (written.dotted) return number <= 99;
  return behind_goal && number >= 18 && number <= 99;
}

void CheckAnswer(const QuestionnaireView& view, const AnswerView& answer,
                 FindingList& list) {
  const AnswerText& text = answer.text;
  for (const TextLine& line : text.lines()) {
    const size_t last = line.tokens.last;
    for (size_t at = line.tokens.first; at < last;) {
      if (!IsFrameworkWord(text.token(at))) {
        ++at;
        continue;
      }
      bool behind_goal = IsGoalWord(text.token(at));
      for (++at; at < last;) {
        const Token& token = text.token(at);
        if (!token.is_number()) {
          const bool in_list =
              (token.kind == TokenKind::kMark && !token.Is('"')) ||
              IsOneOf(token, " and or "_words);
          if (!in_list) break;
          // "goal (see page 25)": only what follows at once is its number.
          behind_goal &= token.Is(',') || token.is_word();
          ++at;
          continue;
        }
        const WrittenCode written = ReadCode(text, at, last);
        if (IsUnknown(written, token.Value(), behind_goal)) {
          list.Add(
              {"unknown-code",
               v1::FINDING_SEVERITY_WARNING,
               absl::StrCat("Question ", answer.id(), " names ",
                            InMessage(written.code),
                            ", which is none of the 17 goals and 169 targets."),
               "Ask the respondent which target is meant and enter it as a "
               "claim.",
               {view.Quote(answer, {at, written.end})},
               written.code});
        }
        at = written.end;
      }
    }
  }
}

absl::string_view StrengthWord(v1::ClaimStrength strength) {
  switch (strength) {
    case v1::CLAIM_STRENGTH_EXPLICIT:
      return "outright";
    case v1::CLAIM_STRENGTH_IMPLICIT:
      return "implicitly";
    case v1::CLAIM_STRENGTH_POSSIBLE:
      return "as a possibility";
    default:
      return "without saying how firmly";
  }
}

// A claim that was entered without its question stands for all of them.
bool HasClaim(const QuestionnaireView& view, const AnswerView& answer) {
  for (const v1::Claim& claim : view.questionnaire().claims()) {
    const std::string& question = claim.evidence().question_id();
    if (question.empty() || question == answer.id()) return true;
  }
  return false;
}

void CheckUnnamedGoals(const QuestionnaireView& view, const AnswerView& answer,
                       FindingList& list) {
  if (!answer.answered || HasClaim(view, answer)) return;
  const bool speaks = SpeaksOfGoals(answer.text);
  // An account of a discussion need not name each goal.
  if (speaks && !answer.asks_for_project_goals) return;
  list.Add({"goals-unnamed",
            v1::FINDING_SEVERITY_WARNING,
            speaks ? absl::StrCat("Question ", answer.id(),
                                  " asks which goals are supported; the answer "
                                  "names none in particular.")
                   : absl::StrCat("Question ", answer.id(),
                                  " asks about the SDGs; the answer does not "
                                  "speak of them."),
            "Ask the respondent which goals are meant and enter them as "
            "claims, or correct the answer's state if there are none.",
            {view.Quote(answer, {0, answer.text.tokens().size()})},
            ""});
}

// Whether the form's question about projects was answered with "there are
// none".
const AnswerView* FindDeniedProjects(const QuestionnaireView& view) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.topic != QuestionTopic::kProjects) continue;
    const v1::AnswerState state = answer.answer->state();
    const bool denied = state == v1::ANSWER_STATE_NOT_APPLICABLE ||
                        state == v1::ANSWER_STATE_NOTHING_TO_REPORT ||
                        state == v1::ANSWER_STATE_NEGATIVE_STATEMENT;
    return denied && !answer.text.tokens().empty() ? &answer : nullptr;
  }
  return nullptr;
}

}  // namespace

void CheckUnknownCodes(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answered) continue;
    if (answer.topic == QuestionTopic::kClaims || SpeaksOfGoals(answer.text)) {
      CheckAnswer(view, answer, list);
    }
  }
}

void CheckClaimStrengths(const QuestionnaireView& view, FindingList& list) {
  absl::flat_hash_map<std::string, const v1::Claim*> first;
  for (const v1::Claim& claim : view.questionnaire().claims()) {
    const auto [entry, added] = first.try_emplace(
        absl::StrCat(claim.framework(), " ", claim.code()), &claim);
    const v1::Claim& other = *entry->second;
    if (added || other.strength() == claim.strength()) continue;
    list.Add({"claim-strength",
              v1::FINDING_SEVERITY_NOTE,
              absl::StrCat(claim.code(), " is claimed ",
                           StrengthWord(other.strength()), " in question ",
                           other.evidence().question_id(), " and ",
                           StrengthWord(claim.strength()), " in question ",
                           claim.evidence().question_id(), "."),
              "Decide which one tells how firmly the mechanism supports it; "
              "both stay in the record.",
              {view.QuoteOf(other.evidence()), view.QuoteOf(claim.evidence())},
              absl::StrCat(claim.framework(), " ", claim.code())});
  }
}

void CheckGoalQuestions(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.topic == QuestionTopic::kClaims) {
      CheckUnnamedGoals(view, answer, list);
    }
  }
  const AnswerView* const denied = FindDeniedProjects(view);
  if (denied == nullptr || view.questionnaire().projects_size() > 0) return;
  for (const v1::Claim& claim : view.questionnaire().claims()) {
    const AnswerView* const answer = view.Find(claim.evidence().question_id());
    if (answer == nullptr || !answer->asks_for_project_goals) continue;
    list.Add(
        {"goals-without-project",
         v1::FINDING_SEVERITY_WARNING,
         absl::StrCat("Question ", answer->id(),
                      " names goals that a project supports, but question ",
                      denied->id(), " says that there is no project."),
         "Ask the respondent for the project, or whether the claims are about "
         "the mechanism as a whole.",
         {view.Quote(*denied, {0, denied->text.tokens().size()}),
          view.QuoteOf(claim.evidence())},
         answer->id()});
    return;  // one for all of its claims
  }
}

}  // namespace compendium
