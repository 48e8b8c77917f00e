// SPDX-License-Identifier: Apache-2.0
#include "lib/words/completion_words.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

constexpr CompletionStateWords kStates[] = {
    {v1::COMPLETION_STATE_ANSWERED, "yes", "answered",
     &v1::CompletionCounts::answered_count},
    {v1::COMPLETION_STATE_NOT_APPLICABLE, "n/a", "not applicable",
     &v1::CompletionCounts::not_applicable_count},
    {v1::COMPLETION_STATE_NOTHING_TO_REPORT, "ntr", "nothing to report",
     &v1::CompletionCounts::nothing_to_report_count},
    {v1::COMPLETION_STATE_NEGATIVE_STATEMENT, "no",
     "a sentence that says there is nothing",
     &v1::CompletionCounts::negative_statement_count},
    {v1::COMPLETION_STATE_CROSS_REFERENCE, "see", "refers to another question",
     &v1::CompletionCounts::cross_reference_count},
    {v1::COMPLETION_STATE_BLANK, "–", "left blank",
     &v1::CompletionCounts::blank_count},
    {v1::COMPLETION_STATE_NOT_SHOWN, "(–)", "not shown in the questionnaire",
     &v1::CompletionCounts::not_shown_count},
    {v1::COMPLETION_STATE_NO_QUESTIONNAIRE, "·", "no questionnaire",
     &v1::CompletionCounts::no_questionnaire_count},
    {v1::COMPLETION_STATE_UNSPECIFIED, "?",
     "a state that this release does not know",
     &v1::CompletionCounts::unspecified_count}};

const CompletionStateWords& WordsOf(v1::CompletionState state) {
  for (const CompletionStateWords& words : kStates)
    if (words.state == state) return words;
  return WordsOf(v1::COMPLETION_STATE_UNSPECIFIED);
}

}  // namespace

std::vector<CompletionStateWords> CompletionStatesIn(
    const v1::CompletionCounts& counts) {
  std::vector<CompletionStateWords> states;
  for (const CompletionStateWords& words : kStates)
    if ((counts.*words.count)() > 0) states.push_back(words);
  return states;
}

absl::string_view CompletionMark(v1::CompletionState state) {
  return WordsOf(state).mark;
}

absl::string_view CompletionMeaning(v1::CompletionState state) {
  return WordsOf(state).meaning;
}

}  // namespace compendium
