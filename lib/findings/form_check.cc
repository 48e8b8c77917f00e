// SPDX-License-Identifier: Apache-2.0
// missing-question, missing-label, question-number and question-year: the
// document's questions beside those of the round's form; empty-reference: an
// answer that points to an empty one. Answer.question_as_written keeps the
// label of the document with its number; a label that is none, such as "N/A"
// in its cell, is kept there, too.
#include <algorithm>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/findings/checks.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

bool IsDigit(char c) {
  return absl::ascii_isdigit(static_cast<unsigned char>(c));
}

// The number in front of a label's words, as digits, and with the letter behind
// it if there is one: "2 A. Meetings" is "2" and "2A".
struct LabelNumber {
  std::string digits;
  std::string lettered;
};

LabelNumber NumberOf(absl::string_view label) {
  LabelNumber number;
  size_t at = 0;
  while (at < label.size() && at < 2 && IsDigit(label[at])) ++at;
  if (at == 0 || (at < label.size() && IsDigit(label[at]))) return number;
  number.digits = std::string(label.substr(0, at));
  number.lettered = number.digits;
  while (at < label.size() && (label[at] == ' ' || label[at] == '.')) ++at;
  const bool letter =
      at < label.size() &&
      absl::ascii_isalpha(static_cast<unsigned char>(label[at])) &&
      (at + 1 == label.size() ||
       !absl::ascii_isalnum(static_cast<unsigned char>(label[at + 1])));
  if (letter) {
    number.lettered +=
        absl::ascii_toupper(static_cast<unsigned char>(label[at]));
  }
  return number;
}

// The year in "organized in 2015"; 0 when the label names none or several.
int YearIn(absl::string_view label) {
  int year = 0;
  const AnswerText text(label);
  for (size_t at = 1; at < text.tokens().size(); ++at) {
    const int value = text.token(at).Value();
    if (!text.token(at - 1).IsWord("in") || value < 1900 || value > 2199) {
      continue;
    }
    if (year != 0 && year != value) return 0;
    year = value;
  }
  return year;
}

void CheckLabel(const QuestionnaireView& view, const AnswerView& answer,
                FindingList& list) {
  const std::string& label = answer.answer->question_as_written();
  const LabelNumber number = NumberOf(label);
  if (number.digits.empty() && TopicOf("", label) == QuestionTopic::kOther) {
    list.Add({"missing-label",
              v1::FINDING_SEVERITY_NOTE,
              absl::StrCat("Where question ", answer.id(),
                           " is expected, the document has ", InMessage(label),
                           " in place of the question."),
              absl::StrCat("Make sure that the answer belongs to question ",
                           answer.id(), "."),
              {answer.text.tokens().empty()
                   ? view.Whole()
                   : view.Quote(answer, {0, answer.text.tokens().size()})},
              answer.id()});
    return;
  }
  if (!number.digits.empty() && answer.id() != number.digits &&
      answer.id() != number.lettered) {
    list.Add({"question-number",
              v1::FINDING_SEVERITY_NOTE,
              absl::StrCat("Question ", answer.id(),
                           " of the form is numbered ", number.lettered,
                           " in the document: ", InMessage(label), "."),
              "Nothing, if the answer belongs to the question; the words were "
              "trusted more than the number.",
              {view.Whole()},
              answer.id()});
  }
  const int year = YearIn(label);
  const int round_year = view.round_year();
  if (year != 0 && round_year != 0 && year != round_year) {
    list.Add({"question-year",
              v1::FINDING_SEVERITY_NOTE,
              absl::StrCat("Question ", answer.id(), " asks about ", year,
                           " in the document, the round about ", round_year,
                           ": ", InMessage(label), "."),
              "Make sure that this is the round's form and not that of "
              "another year.",
              {view.Whole()},
              answer.id()});
  }
}

// The id that "See point 2" or "see 2 A above" points to; empty when there is
// none.
std::string Target(const AnswerView& answer) {
  const AnswerText& text = answer.text;
  for (size_t at = 0; at < text.tokens().size(); ++at) {
    const int value = text.token(at).Value();
    if (value < 1 || value > 99) continue;
    std::string id = absl::StrCat(value);
    if (at + 1 < text.tokens().size()) {
      const Token& next = text.token(at + 1);
      if (next.is_word() && next.text.size() == 1) {
        absl::StrAppend(&id, absl::AsciiStrToUpper(next.text));
      }
    }
    return id;
  }
  return "";
}

}  // namespace

void CheckForm(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (!answer.answer->question_as_written().empty()) {
      CheckLabel(view, answer, list);
    }
  }
}

void CheckReferences(const QuestionnaireView& view, FindingList& list) {
  for (const AnswerView& answer : view.answers()) {
    if (answer.answer->state() != v1::ANSWER_STATE_CROSS_REFERENCE) continue;
    const std::string id = Target(answer);
    if (id.empty()) continue;
    const AnswerView* const target = view.Find(id);
    const bool says_something =
        target != nullptr && target != &answer && target->answered;
    if (says_something) continue;
    list.Add({"empty-reference",
              v1::FINDING_SEVERITY_WARNING,
              absl::StrCat("Question ", answer.id(), " refers to ", id,
                           target == nullptr   ? ", which is no question."
                           : target == &answer ? ", which is itself."
                                               : ", where no answer stands."),
              "Ask the respondent for the answer that is meant.",
              {view.Quote(answer, {0, answer.text.tokens().size()})},
              id});
  }
}

void CheckFormOfRound(const v1::Questionnaire& items,
                      const FindingOptions& options, FindingList& list) {
  absl::flat_hash_set<absl::string_view> shown;
  for (const v1::Answer& answer : items.answers()) {
    shown.insert(answer.question_id());
  }
  v1::FindingEvidence whole;
  whole.set_questionnaire(items.name());
  for (const v1::Question& question : options.form.questions()) {
    if (shown.contains(question.id())) continue;
    list.Add(
        {"missing-question",
         v1::FINDING_SEVERITY_WARNING,
         absl::StrCat("The form's question ", question.id(), ", ",
                      InMessage(question.title()), ", is not in the document."),
         "Ask the respondent for the answer; it counts as blank.",
         {whole},
         question.id()});
  }
}

}  // namespace compendium
