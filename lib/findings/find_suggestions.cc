// SPDX-License-Identifier: Apache-2.0
#include "lib/findings/find_suggestions.h"

#include <string>
#include <utility>

#include "absl/container/btree_map.h"
#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "lib/domain/sdg_target.h"
#include "lib/findings/finding_list.h"
#include "lib/findings/limits.h"
#include "lib/findings/questionnaire_view.h"
#include "lib/findings/suggestion_words.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

// How many words before a phrase are looked at for a denial.
constexpr size_t kDenialReach = 8;

// The best reason for one target so far.
struct Reason {
  const SuggestionWord* word = nullptr;
  const AnswerView* answer = nullptr;
  TokenRange sentence;
  int topic_rank = 0;
};

int RankOf(QuestionTopic topic) {
  switch (topic) {
    case QuestionTopic::kClaims:
      return 3;
    case QuestionTopic::kProjects:
    case QuestionTopic::kPublications:
      return 2;
    default:
      return 1;
  }
}

bool IsBetter(const Reason& reason, const Reason& best) {
  if (best.word == nullptr) return true;
  if (reason.topic_rank != best.topic_rank) {
    return reason.topic_rank > best.topic_rank;
  }
  return reason.word->weight > best.word->weight;
}

// Whether the clause before token `at` denies what stands there.
bool IsDenied(const AnswerText& text, size_t first, size_t at) {
  for (size_t before = at; before > first && at - before < kDenialReach;
       --before) {
    const Token& token = text.token(before - 1);
    if (token.Is(';') || token.Is(',') || token.Is(':') ||
        IsOneOf(token, " but however although which "_words)) {
      return false;
    }
    if (IsOneOf(token,
                " not no none neither nor never without cannot "_words)) {
      return !(before < at && text.token(before).IsWord("only"));
    }
  }
  return false;
}

// The work on one questionnaire.
class SuggestionScan {
 public:
  explicit SuggestionScan(const QuestionnaireView& view) : view_(view) {
    const v1::Questionnaire& questionnaire = view.questionnaire();
    for (const v1::Claim& claim : questionnaire.claims()) {
      if (claim.framework() != "sdg") continue;
      spoken_for_.insert(claim.code());
      const auto code = SdgCode::Parse(claim.code());
      if (!code.ok() || !code->is_goal()) continue;
      std::vector<const v1::Claim*>& claims = goals_[code->goal()];
      if (claims.size() < kSameNumberMax) claims.push_back(&claim);
    }
    for (const v1::Rejection& rejection : questionnaire.rejections()) {
      if (rejection.claim().framework() == "sdg") {
        spoken_for_.insert(rejection.claim().code());
      }
    }
    for (const v1::Decision& decision : questionnaire.decisions()) {
      decisions_[decision.id()] = &decision;
    }
  }

  std::vector<v1::Suggestion> Run() {
    for (const AnswerView& answer : view_.answers()) {
      if (answer.answered) ReadAnswer(answer);
    }
    TakenIds taken;
    std::vector<v1::Suggestion> suggestions;
    for (const auto& [code, reason] : reasons_) {
      if (suggestions.size() == kSuggestionsMax) break;
      suggestions.push_back(Tell(code, reason, taken));
    }
    return suggestions;
  }

 private:
  void ReadAnswer(const AnswerView& answer) {
    const AnswerText& text = answer.text;
    const std::vector<PhraseMatch> matches = words_.Find(text.text());
    size_t next = 0;
    for (const TextLine& line : text.lines()) {
      for (const TokenRange sentence : line.sentences) {
        const size_t end = text.token(sentence.last - 1).end();
        size_t token = sentence.first;
        for (; next < matches.size() && matches[next].begin < end; ++next) {
          while (token < sentence.last &&
                 text.token(token).end() <= matches[next].begin) {
            ++token;
          }
          if (matches[next].begin < text.token(sentence.first).begin) continue;
          if (IsDenied(text, sentence.first, token)) continue;
          AddReasons({&words_.word(matches[next]), &answer, sentence,
                      RankOf(answer.topic)});
        }
      }
    }
  }

  void AddReasons(const Reason& reason) {
    for (const std::string& text : reason.word->codes) {
      if (spoken_for_.contains(text)) continue;
      const SdgCode code = *SdgCode::Parse(text);
      if (NamesGoal(code.goal(), reason)) continue;
      Reason& best = reasons_[code];
      if (IsBetter(reason, best)) best = reason;
    }
  }

  // Whether the respondent claims the goal as a whole in the same sentence,
  // often by its name, which is no reason for one of its targets.
  bool NamesGoal(int goal, const Reason& reason) const {
    const auto claims = goals_.find(goal);
    if (claims == goals_.end()) return false;
    const AnswerText& text = reason.answer->text;
    const auto begin =
        static_cast<int32_t>(text.token(reason.sentence.first).begin);
    const auto end =
        static_cast<int32_t>(text.token(reason.sentence.last - 1).end());
    for (const v1::Claim* const claim : claims->second) {
      const v1::Evidence& evidence = claim->evidence();
      if (evidence.question_id() == reason.answer->id() &&
          evidence.begin_byte() < end && begin < evidence.end_byte()) {
        return true;
      }
    }
    return false;
  }

  v1::Suggestion Tell(const SdgCode& code, const Reason& reason,
                      TakenIds& taken) const {
    v1::FindingEvidence quote = view_.Quote(*reason.answer, reason.sentence);
    v1::Suggestion suggestion;
    suggestion.set_questionnaire(view_.questionnaire().name());
    suggestion.set_framework("sdg");
    suggestion.set_code(code.ToString());
    suggestion.set_rule(reason.word->rule);
    *suggestion.mutable_evidence() = std::move(*quote.mutable_evidence());
    suggestion.set_id(StableId(
        "suggestion",
        {suggestion.questionnaire(), suggestion.framework(), suggestion.code(),
         suggestion.evidence().question_id(), suggestion.evidence().quote()},
        taken));
    const auto decision = decisions_.find(suggestion.id());
    if (decision != decisions_.end()) {
      *suggestion.mutable_decision() = *decision->second;
    }
    return suggestion;
  }

  const SuggestionWords& words_ = SuggestionWords::Get();
  const QuestionnaireView& view_;
  absl::flat_hash_set<std::string> spoken_for_;  // codes claimed or rejected
  absl::flat_hash_map<int, std::vector<const v1::Claim*>> goals_;  // claimed
  absl::flat_hash_map<std::string, const v1::Decision*> decisions_;
  absl::btree_map<SdgCode, Reason> reasons_;
};

}  // namespace

std::vector<v1::Suggestion> FindSuggestions(
    const v1::Questionnaire& questionnaire) {
  const QuestionnaireView view(questionnaire, /*round_year=*/0);
  return SuggestionScan(view).Run();
}

}  // namespace compendium
