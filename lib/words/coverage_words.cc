// SPDX-License-Identifier: Apache-2.0
#include "lib/words/coverage_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "lib/words/counted.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

// What the answer to a question said in place of claims: "none" for one that
// names no node, else the answer itself in a word, for "not applicable" is not
// the same as an answer without a claim.
std::string AnswerWords(registry::v1::AnswerState state) {
  switch (state) {
    case registry::v1::ANSWER_STATE_UNSPECIFIED:
    case registry::v1::ANSWER_STATE_ANSWERED:
      return "none";
    default:
      return EnumWord(state);
  }
}

}  // namespace

std::string CoverageVerdictWords(v1::CoverageVerdict verdict) {
  return verdict == v1::COVERAGE_VERDICT_ANSWERED_NONE ? "answered: none"
                                                       : EnumWord(verdict);
}

std::string CoverageAnswerWords(const v1::QuestionCoverage& question) {
  switch (question.verdict()) {
    case v1::COVERAGE_VERDICT_CLAIMED:
      return Counted(question.claim_count(), "claim");
    case v1::COVERAGE_VERDICT_ANSWERED_NONE:
      return AnswerWords(question.state());
    default:
      return EnumWord(question.verdict());
  }
}

std::string ClaimedNodesWords(const v1::Coverage& coverage) {
  const std::pair<v1::NodeLevel, absl::string_view> levels[] = {
      {v1::NODE_LEVEL_GOAL, "goal"},
      {v1::NODE_LEVEL_TARGET, "target"},
      {v1::NODE_LEVEL_OBJECTIVE, "objective"},
      {v1::NODE_LEVEL_THEME, "theme"}};
  std::vector<std::string> parts;
  for (const auto& [level, noun] : levels) {
    const auto count =
        std::count_if(coverage.nodes().begin(), coverage.nodes().end(),
                      [wanted = level](const v1::NodeCoverage& node) {
                        return node.level() == wanted;
                      });
    if (count > 0) parts.push_back(Counted(count, noun));
  }
  return parts.empty() ? "no node" : absl::StrJoin(parts, " and ");
}

std::string CoverageVerdictsWords(const v1::Coverage& coverage) {
  std::vector<std::string> parts;
  for (const auto verdict :
       {v1::COVERAGE_VERDICT_CLAIMED, v1::COVERAGE_VERDICT_ANSWERED_NONE,
        v1::COVERAGE_VERDICT_REFERS_ELSEWHERE, v1::COVERAGE_VERDICT_NO_ANSWER,
        v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE}) {
    const auto count = std::count_if(
        coverage.mechanisms().begin(), coverage.mechanisms().end(),
        [&](const auto& mechanism) { return mechanism.verdict() == verdict; });
    if (count > 0)
      parts.push_back(absl::StrCat(count, " ", CoverageVerdictWords(verdict)));
  }
  return absl::StrCat(Counted(coverage.mechanisms_size(), "mechanism"), ": ",
                      absl::StrJoin(parts, ", "), ".");
}

}  // namespace compendium
