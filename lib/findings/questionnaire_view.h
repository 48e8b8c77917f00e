// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "compendium/registry/v1/finding.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/question_topic.h"
#include "lib/extract/text_lines.h"
#include "lib/findings/finding_options.h"

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

// A questionnaire, taken apart once for all checks. It borrows questionnaire
// and options, which must outlive it; after construction it never changes.
class QuestionnaireView {
 public:
  QuestionnaireView(const registry::v1::Questionnaire& questionnaire,
                    const FindingOptions& options);

  const registry::v1::Questionnaire& questionnaire() const {
    return questionnaire_;
  }
  const FindingOptions& options() const { return options_; }
  const std::vector<AnswerView>& answers() const { return answers_; }

  // The first answer to the question, or null.
  const AnswerView* Find(absl::string_view question_id) const;

  // The day against which dates are held: the round's due day; without one the
  // first day of its year, because what was over then was over for everybody
  // who answered. Nothing when the round has neither.
  std::optional<absl::CivilDay> judged_day() const { return judged_day_; }

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
  const FindingOptions& options_;
  std::optional<absl::CivilDay> judged_day_;
  std::vector<AnswerView> answers_;
  absl::flat_hash_map<std::string, size_t> index_;  // by question
};

}  // namespace compendium
