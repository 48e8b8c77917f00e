// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/coverage_answer.h"

#include <map>
#include <string>
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
using registry::v1::AnswerState;
using registry::v1::Claim;
using registry::v1::Form;
using registry::v1::Questionnaire;

// Node code → its claims by one mechanism, in the order of the questionnaire.
using ClaimsByNode =
    absl::flat_hash_map<std::string, std::vector<const Claim*>>;

bool CountsIn(const Framework& framework, const Claim& claim) {
  if (claim.framework() == framework.id()) return true;
  return framework.id() == "iom-core" && claim.framework() == "sdg";
}

// The node that the claim names, or null when it does not count.
const FrameworkNode* NodeOf(const Framework& framework, const Claim& claim) {
  if (!CountsIn(framework, claim)) return nullptr;
  const absl::StatusOr<std::string> code =
      framework.NormaliseCode(claim.code());
  return code.ok() ? framework.Find(*code) : nullptr;
}

v1::NodeLevel LevelOf(const FrameworkNode& node) {
  switch (node.level) {
    case FrameworkLevel::kGoal:
      return v1::NODE_LEVEL_GOAL;
    case FrameworkLevel::kTarget:
      return v1::NODE_LEVEL_TARGET;
    case FrameworkLevel::kObjective:
      return v1::NODE_LEVEL_OBJECTIVE;
    case FrameworkLevel::kTheme:
      return v1::NODE_LEVEL_THEME;
  }
  return v1::NODE_LEVEL_UNSPECIFIED;
}

v1::CoverageVerdict VerdictOf(AnswerState state, int claim_count) {
  if (claim_count > 0) return v1::COVERAGE_VERDICT_CLAIMED;
  if (state == registry::v1::ANSWER_STATE_UNSPECIFIED ||
      state == registry::v1::ANSWER_STATE_BLANK)
    return v1::COVERAGE_VERDICT_NO_ANSWER;
  if (state == registry::v1::ANSWER_STATE_CROSS_REFERENCE)
    return v1::COVERAGE_VERDICT_REFERS_ELSEWHERE;
  return v1::COVERAGE_VERDICT_ANSWERED_NONE;
}

// How the questionnaire answers the question; UNSPECIFIED when it does not
// show it.
AnswerState StateOf(const Questionnaire& questionnaire,
                    const std::string& question_id) {
  for (const Answer& answer : questionnaire.answers())
    if (answer.question_id() == question_id) return answer.state();
  return registry::v1::ANSWER_STATE_UNSPECIFIED;
}

// Takes the claims to the framework's nodes out of the questionnaire and counts
// them by question.
ClaimsByNode ReadClaims(const Framework& framework,
                        const Questionnaire& questionnaire,
                        std::map<std::string, int>& count_by_question) {
  ClaimsByNode claims;
  for (const Claim& claim : questionnaire.claims()) {
    const FrameworkNode* node = NodeOf(framework, claim);
    if (node == nullptr) continue;
    claims[node->code].push_back(&claim);
    ++count_by_question[claim.evidence().question_id()];
  }
  return claims;
}

void AddQuestion(const Questionnaire& questionnaire,
                 const std::string& question_id, int claim_count,
                 v1::MechanismCoverage& mechanism) {
  v1::QuestionCoverage& question = *mechanism.add_questions();
  question.set_question_id(question_id);
  question.set_state(StateOf(questionnaire, question_id));
  question.set_verdict(VerdictOf(question.state(), claim_count));
  question.set_claim_count(claim_count);
  mechanism.set_claim_count(mechanism.claim_count() + claim_count);
}

// The questions of the form that ask for claims or hold some, in the order of
// the form, then questions that hold some but are not in the form, by id.
void AddQuestions(const Form& form, const Questionnaire& questionnaire,
                  std::map<std::string, int> count_by_question,
                  v1::MechanismCoverage& mechanism) {
  for (const auto& question : form.questions()) {
    const auto count = count_by_question.find(question.id());
    const bool holds_some = count != count_by_question.end();
    if (!question.asks_for_claims() && !holds_some) continue;
    AddQuestion(questionnaire, question.id(), holds_some ? count->second : 0,
                mechanism);
    if (holds_some) count_by_question.erase(count);
  }
  for (const auto& [id, count] : count_by_question)
    AddQuestion(questionnaire, id, count, mechanism);
}

// The first of these that a question has is the mechanism's.
constexpr v1::CoverageVerdict kByRank[] = {
    v1::COVERAGE_VERDICT_CLAIMED, v1::COVERAGE_VERDICT_ANSWERED_NONE,
    v1::COVERAGE_VERDICT_REFERS_ELSEWHERE};

v1::CoverageVerdict VerdictOf(const v1::MechanismCoverage& mechanism) {
  for (const v1::CoverageVerdict verdict : kByRank)
    for (const auto& question : mechanism.questions())
      if (question.verdict() == verdict) return verdict;
  return v1::COVERAGE_VERDICT_NO_ANSWER;
}

const v1::CoverageCell& AddCell(const std::string& mechanism,
                                const std::vector<const Claim*>& claims,
                                v1::NodeCoverage& node) {
  v1::CoverageCell& cell = *node.add_cells();
  cell.set_mechanism(mechanism);
  for (const Claim* claim : claims) {
    v1::CoverageClaim& told = *cell.add_claims();
    told.set_question_id(claim->evidence().question_id());
    told.set_strength(claim->strength());
    told.set_origin(claim->origin());
    *told.mutable_evidence() = claim->evidence();
  }
  node.set_claim_count(node.claim_count() + static_cast<int>(claims.size()));
  return cell;
}

// Puts the answer for one round together, mechanism by mechanism.
class CoverageBuilder {
 public:
  CoverageBuilder(const Framework& framework, const Form& form)
      : framework_(framework), form_(form) {}

  // Adds a mechanism; `contribution` is null when it has no questionnaire.
  // RESOURCE_EXHAUSTED when the answer grows too large.
  absl::Status Add(const registry::v1::Mechanism& mechanism,
                   const Contribution* contribution) {
    v1::MechanismCoverage& told = *coverage_.add_mechanisms();
    told.set_mechanism(mechanism.name());
    told.set_display_name(mechanism.display_name());
    if (contribution == nullptr) {
      told.set_verdict(v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE);
      return Count(told);
    }
    const Questionnaire& questionnaire = (*contribution)->record;
    std::map<std::string, int> count_by_question;
    ClaimsByNode claims =
        ReadClaims(framework_, questionnaire, count_by_question);
    AddQuestions(form_, questionnaire, std::move(count_by_question), told);
    told.set_verdict(VerdictOf(told));
    coverage_.set_claim_count(coverage_.claim_count() + told.claim_count());
    RETURN_IF_ERROR(Count(told));
    for (auto& [code, of_node] : claims)
      RETURN_IF_ERROR(
          Count(AddCell(mechanism.name(), of_node, node_by_code_[code])));
    return absl::OkStatus();
  }

  // The whole; call it once, at the end.
  v1::Coverage Take() {
    coverage_.set_framework(framework_.id());
    coverage_.set_framework_version(framework_.version());
    for (const FrameworkNode& node : framework_.nodes()) {
      const auto claimed = node_by_code_.find(node.code);
      if (claimed == node_by_code_.end()) {
        coverage_.add_unclaimed_codes(node.code);
        continue;
      }
      v1::NodeCoverage& told = *coverage_.add_nodes();
      told = std::move(claimed->second);
      told.set_code(node.code);
      told.set_title(node.title);
      told.set_level(LevelOf(node));
      told.set_parent_code(node.parent);
    }
    return std::move(coverage_);
  }

 private:
  absl::Status Count(const google::protobuf::MessageLite& part) {
    if (size_.Add(part)) return absl::OkStatus();
    return AnswerTooLarge("coverage", kAnswerBytesMax, "bytes",
                          "a single mechanism");
  }

  const Framework& framework_;
  const Form& form_;
  AnswerSize size_;
  absl::flat_hash_map<std::string, v1::NodeCoverage> node_by_code_;
  v1::Coverage coverage_;
};

}  // namespace

absl::StatusOr<v1::Coverage> AnswerCoverage(const Directory& directory,
                                            const GivenAnswers& answers,
                                            const CoverageQuery& query) {
  const auto* round = directory.rounds.Find(query.round.id());
  if (round == nullptr) return NotFound("round", query.round.ToString());

  CoverageBuilder builder(query.framework, (*round)->record.form());
  const auto add = [&](const registry::v1::Mechanism& mechanism,
                       const Contribution* contribution) {
    return builder.Add(mechanism, contribution);
  };
  RETURN_IF_ERROR(
      ForEachMechanism(directory, answers, query.round, query.mechanism, add));
  v1::Coverage answer = builder.Take();
  answer.set_round(query.round.ToString());
  return answer;
}

}  // namespace compendium::reporting
