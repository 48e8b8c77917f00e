// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/questionnaire_view.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "lib/extract/evidence_span.h"
#include "lib/extract/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

bool IsAnswered(const v1::Answer& answer) {
  if (absl::StripAsciiWhitespace(answer.text()).empty()) return false;
  return answer.state() == v1::ANSWER_STATE_ANSWERED ||
         answer.state() == v1::ANSWER_STATE_UNSPECIFIED;
}

bool AsksForProjectGoals(const v1::Answer& answer, QuestionTopic topic) {
  if (topic != QuestionTopic::kClaims) return false;
  const std::string words = absl::AsciiStrToLower(answer.question_as_written());
  return words.empty() ? answer.question_id() == "3A"
                       : absl::StrContains(words, "project");
}

bool IsBoundary(const std::string& text, size_t at) {
  return at == text.size() ||
         (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

v1::FindingEvidence MakeQuote(const v1::Questionnaire& questionnaire,
                              const v1::Answer& answer, size_t begin,
                              size_t end) {
  const absl::string_view text = answer.text();
  const absl::string_view quote =
      CutText(text.substr(begin, end - begin), kQuoteBytesMax);
  v1::FindingEvidence result;
  result.set_questionnaire(questionnaire.name());
  v1::Evidence& evidence = *result.mutable_evidence();
  evidence.set_question_id(answer.question_id());
  evidence.set_begin_byte(static_cast<int32_t>(begin));
  evidence.set_end_byte(static_cast<int32_t>(begin + quote.size()));
  evidence.set_quote(std::string(quote));
  return result;
}

}  // namespace

v1::FindingEvidence QuoteOfItem(const v1::Questionnaire& questionnaire,
                                const v1::Evidence& evidence) {
  v1::FindingEvidence result;
  result.set_questionnaire(questionnaire.name());
  for (const v1::Answer& answer : questionnaire.answers()) {
    if (answer.question_id() != evidence.question_id()) continue;
    const std::string& text = answer.text();
    const auto begin = static_cast<size_t>(std::max(0, evidence.begin_byte()));
    const auto end = static_cast<size_t>(std::max(0, evidence.end_byte()));
    if (begin < end && end <= text.size() && IsBoundary(text, begin) &&
        IsBoundary(text, end) &&
        text.compare(begin, end - begin, evidence.quote()) == 0) {
      return MakeQuote(questionnaire, answer, begin, end);
    }
    result.mutable_evidence()->set_question_id(answer.question_id());
  }
  return result;
}

QuestionnaireView::QuestionnaireView(const v1::Questionnaire& questionnaire,
                                     int round_year)
    : questionnaire_(questionnaire), round_year_(round_year) {
  answers_.reserve(static_cast<size_t>(questionnaire.answers_size()));
  for (const v1::Answer& answer : questionnaire.answers()) {
    const QuestionTopic topic =
        TopicOf(answer.question_id(), answer.question_as_written());
    index_.try_emplace(answer.question_id(), answers_.size());
    answers_.push_back({&answer, topic, IsAnswered(answer),
                        AsksForProjectGoals(answer, topic),
                        AnswerText(answer.text())});
  }
}

const AnswerView* QuestionnaireView::Find(absl::string_view question_id) const {
  const auto found = index_.find(question_id);
  return found == index_.end() ? nullptr : &answers_[found->second];
}

v1::FindingEvidence QuestionnaireView::Whole() const {
  v1::FindingEvidence whole;
  whole.set_questionnaire(questionnaire_.name());
  return whole;
}

v1::FindingEvidence QuestionnaireView::Quote(const AnswerView& answer,
                                             size_t begin, size_t end) const {
  return MakeQuote(questionnaire_, *answer.answer, begin, end);
}

v1::FindingEvidence QuestionnaireView::Quote(const AnswerView& answer,
                                             TokenRange range) const {
  const ByteSpan span = QuoteSpan(answer.text, range);
  return Quote(answer, span.begin, span.end);
}

}  // namespace compendium
