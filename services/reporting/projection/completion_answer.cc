// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/completion_answer.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "lib/base/status_macros.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/answer_size.h"
#include "services/reporting/projection/not_found.h"
#include "services/reporting/projection/round_answers.h"

namespace compendium::reporting {
namespace {

using registry::v1::Answer;
using registry::v1::Questionnaire;

// Question id → the answer to it.
using AnswersByQuestion = absl::flat_hash_map<std::string, const Answer*>;

AnswersByQuestion ReadAnswers(const Questionnaire& questionnaire) {
  AnswersByQuestion answers;
  for (const Answer& answer : questionnaire.answers())
    answers.emplace(answer.question_id(), &answer);
  return answers;
}

// Of an answer; null when the questionnaire does not show the question.
v1::CompletionState StateOf(const Answer* answer) {
  if (answer == nullptr) return v1::COMPLETION_STATE_NOT_SHOWN;
  switch (answer->state()) {
    case registry::v1::ANSWER_STATE_UNSPECIFIED:
      return v1::COMPLETION_STATE_NOT_SHOWN;
    case registry::v1::ANSWER_STATE_ANSWERED:
      return v1::COMPLETION_STATE_ANSWERED;
    case registry::v1::ANSWER_STATE_NOT_APPLICABLE:
      return v1::COMPLETION_STATE_NOT_APPLICABLE;
    case registry::v1::ANSWER_STATE_NOTHING_TO_REPORT:
      return v1::COMPLETION_STATE_NOTHING_TO_REPORT;
    case registry::v1::ANSWER_STATE_BLANK:
      return v1::COMPLETION_STATE_BLANK;
    case registry::v1::ANSWER_STATE_CROSS_REFERENCE:
      return v1::COMPLETION_STATE_CROSS_REFERENCE;
    case registry::v1::ANSWER_STATE_NEGATIVE_STATEMENT:
      return v1::COMPLETION_STATE_NEGATIVE_STATEMENT;
    default:  // of a later release
      return v1::COMPLETION_STATE_UNSPECIFIED;
  }
}

void Count(v1::CompletionState state, v1::CompletionCounts& counts) {
  switch (state) {
    case v1::COMPLETION_STATE_ANSWERED:
      return counts.set_answered_count(counts.answered_count() + 1);
    case v1::COMPLETION_STATE_NOT_APPLICABLE:
      return counts.set_not_applicable_count(counts.not_applicable_count() + 1);
    case v1::COMPLETION_STATE_NOTHING_TO_REPORT:
      return counts.set_nothing_to_report_count(
          counts.nothing_to_report_count() + 1);
    case v1::COMPLETION_STATE_BLANK:
      return counts.set_blank_count(counts.blank_count() + 1);
    case v1::COMPLETION_STATE_CROSS_REFERENCE:
      return counts.set_cross_reference_count(counts.cross_reference_count() +
                                              1);
    case v1::COMPLETION_STATE_NEGATIVE_STATEMENT:
      return counts.set_negative_statement_count(
          counts.negative_statement_count() + 1);
    case v1::COMPLETION_STATE_NOT_SHOWN:
      return counts.set_not_shown_count(counts.not_shown_count() + 1);
    case v1::COMPLETION_STATE_NO_QUESTIONNAIRE:
      return counts.set_no_questionnaire_count(counts.no_questionnaire_count() +
                                               1);
    default:
      return counts.set_unspecified_count(counts.unspecified_count() + 1);
  }
}

// Puts the answer for one round together, mechanism by mechanism.
class CompletionBuilder {
 public:
  explicit CompletionBuilder(const registry::v1::Round& round) {
    completion_.set_round(round.name());
    completion_.set_due_day(round.due_day());
    for (const auto& question : round.form().questions()) {
      if (!form_ids_.insert(question.id()).second) continue;
      v1::QuestionCompletion& told = form_.emplace_back();
      told.set_question_id(question.id());
      told.set_title(question.title());
      told.set_in_form(true);
    }
  }

  // Adds a mechanism; `contribution` is null when it has no questionnaire.
  // RESOURCE_EXHAUSTED when the answer grows too large.
  absl::Status Add(const registry::v1::Mechanism& mechanism,
                   const Contribution* contribution) {
    v1::MechanismCompletion& told = *completion_.add_mechanisms();
    told.set_mechanism(mechanism.name());
    told.set_display_name(mechanism.display_name());
    told.set_has_questionnaire(contribution != nullptr);
    if (contribution == nullptr) {
      completion_.add_absent_mechanisms(mechanism.name());
      for (v1::QuestionCompletion& question : form_)
        AddCell(v1::COMPLETION_STATE_NO_QUESTIONNAIRE, nullptr, question, told);
    } else {
      completion_.set_questionnaire_count(completion_.questionnaire_count() +
                                          1);
      AddQuestionnaire((*contribution)->record, told);
    }
    return CountSize(told);
  }

  // The whole; call it once, at the end.
  absl::StatusOr<v1::Completion> Take() {
    for (v1::QuestionCompletion& question : form_) {
      RETURN_IF_ERROR(CountSize(question));
      *completion_.add_questions() = std::move(question);
    }
    for (auto& [id, question] : others_) {
      RETURN_IF_ERROR(CountSize(question));
      *completion_.add_questions() = std::move(question);
    }
    return std::move(completion_);
  }

 private:
  void AddQuestionnaire(const Questionnaire& questionnaire,
                        v1::MechanismCompletion& told) {
    const AnswersByQuestion answers = ReadAnswers(questionnaire);
    for (v1::QuestionCompletion& question : form_) {
      const auto found = answers.find(question.question_id());
      const Answer* answer = found == answers.end() ? nullptr : found->second;
      AddCell(StateOf(answer), answer, question, told);
    }
    const std::map<std::string, const Answer*> by_id(answers.begin(),
                                                     answers.end());
    for (const auto& [id, answer] : by_id) {
      if (form_ids_.count(id) != 0) continue;
      v1::QuestionCompletion& question = others_[id];
      question.set_question_id(id);
      AddCell(StateOf(answer), answer, question, told);
    }
  }

  // Adds the cell of the question and counts it for question, mechanism and
  // round; `answer` may be null.
  void AddCell(v1::CompletionState state, const Answer* answer,
               v1::QuestionCompletion& question,
               v1::MechanismCompletion& mechanism) {
    v1::CompletionCell& cell = *mechanism.add_cells();
    cell.set_question_id(question.question_id());
    cell.set_state(state);
    if (answer != nullptr) {
      cell.set_text(answer->text());
      cell.set_state_origin(answer->state_origin());
    }
    Count(state, *question.mutable_counts());
    Count(state, *mechanism.mutable_counts());
    Count(state, *completion_.mutable_counts());
    if (state == v1::COMPLETION_STATE_BLANK ||
        state == v1::COMPLETION_STATE_NOT_SHOWN)
      question.add_silent_mechanisms(mechanism.mechanism());
  }

  absl::Status CountSize(const google::protobuf::MessageLite& part) {
    if (size_.Add(part)) return absl::OkStatus();
    return AnswerTooLarge("completion", kAnswerBytesMax, "bytes",
                          "a single mechanism");
  }

  std::set<std::string> form_ids_;
  std::vector<v1::QuestionCompletion> form_;              // in its order
  std::map<std::string, v1::QuestionCompletion> others_;  // by id
  AnswerSize size_;
  v1::Completion completion_;
};

}  // namespace

absl::StatusOr<v1::Completion> AnswerCompletion(const Directory& directory,
                                                const GivenAnswers& answers,
                                                const CompletionQuery& query) {
  const auto* round = directory.rounds.Find(query.round.id());
  if (round == nullptr) return NotFound("round", query.round.ToString());

  CompletionBuilder builder((*round)->record);
  const auto add = [&](const registry::v1::Mechanism& mechanism,
                       const Contribution* contribution) {
    return builder.Add(mechanism, contribution);
  };
  RETURN_IF_ERROR(
      ForEachMechanism(directory, answers, query.round, query.mechanism, add));
  return builder.Take();
}

}  // namespace compendium::reporting
