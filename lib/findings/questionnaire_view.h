// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"

namespace compendium {

// An answer as the checks see it.
struct AnswerView {
  const registry::v1::Answer* answer;
  QuestionTopic topic;
  // Whether it says something: its state is ANSWERED, or nobody set one and
  // there is text.
  bool answered;
  // Whether the question wants to know which goals a project supports, not only
  // what was discussed about them.
  bool asks_for_project_goals;
  AnswerText text;

  const std::string& id() const { return answer->question_id(); }
};

// The evidence of an item of the questionnaire. Where its span does not quote
// the answer, which happens to hand-made items, only the question is kept, if
// there is one.
registry::v1::FindingEvidence QuoteOfItem(
    const registry::v1::Questionnaire& questionnaire,
    const registry::v1::Evidence& evidence);

// A questionnaire, taken apart once for all checks. It borrows the
// questionnaire, which must outlive it; after construction it never changes.
class QuestionnaireView {
 public:
  // `round_year` is 0 where the round's id is no year.
  QuestionnaireView(const registry::v1::Questionnaire& questionnaire,
                    int round_year);

  const registry::v1::Questionnaire& questionnaire() const {
    return questionnaire_;
  }
  int round_year() const { return round_year_; }
  const std::vector<AnswerView>& answers() const { return answers_; }

  // The first answer to the question, or null.
  const AnswerView* Find(absl::string_view question_id) const;

  // Bytes [begin, end) of an answer's text as evidence, cut before a character
  // where a quote would be too long.
  registry::v1::FindingEvidence Quote(const AnswerView& answer, size_t begin,
                                      size_t end) const;
  registry::v1::FindingEvidence Quote(const AnswerView& answer,
                                      TokenRange range) const;

  // As QuoteOfItem.
  registry::v1::FindingEvidence QuoteOf(
      const registry::v1::Evidence& evidence) const {
    return QuoteOfItem(questionnaire_, evidence);
  }

  // No words, but this questionnaire.
  registry::v1::FindingEvidence Whole() const;

 private:
  const registry::v1::Questionnaire& questionnaire_;
  const int round_year_;
  std::vector<AnswerView> answers_;
  absl::flat_hash_map<std::string, size_t> index_;  // by question
};

}  // namespace compendium
