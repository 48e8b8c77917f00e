// SPDX-License-Identifier: Apache-2.0
#include "lib/extract/answer_state.h"

#include <gtest/gtest.h>

namespace compendium {
namespace {

void ExpectState(AnswerState state,
                 std::initializer_list<absl::string_view> texts) {
  for (const absl::string_view text : texts) {
    EXPECT_EQ(ToString(ClassifyAnswer(text)), ToString(state)) << text;
  }
}

TEST(ClassifyAnswer, NothingButMarksIsBlank) {
  ExpectState(AnswerState::kBlank, {"", " \n\t ", "-", "•", "–\n…"});
}

TEST(ClassifyAnswer, FormsOfNotApplicable) {
  ExpectState(AnswerState::kNotApplicable,
              {"N/A", "n. a.", "- N/A", "• N.A.", "na", "Not applicable."});
}

TEST(ClassifyAnswer, FormsOfNothingToReport) {
  ExpectState(AnswerState::kNothingToReport,
              {"NTR", "N.T.R.", "Nothing to report.", "nothing to report yet"});
}

TEST(ClassifyAnswer, PointersAreCrossReferences) {
  ExpectState(AnswerState::kCrossReference,
              {"See point 3", "Please see question 1 above.", "see 2A",
               "Please refer to section 4", "Same as above", "idem",
               "As mentioned above."});
}

TEST(ClassifyAnswer, SentencesThatDenyAreNegative) {
  ExpectState(
      AnswerState::kNegativeStatement,
      {"Not yet.", "None.", "No.", "None so far – but a film is planned.",
       "No new projects this year but some may follow next year.",
       "There have been no new publications.", "There was none in 2017.",
       "This has not happened so far.", "It hasn't been discussed yet.",
       "We don’t have any.", "None this year. Nothing is planned either."});
}

TEST(ClassifyAnswer, DenialThatTellsSomethingIsAnswered) {
  ExpectState(
      AnswerState::kAnswered,
      {"Not stated as such. The work will contribute to targets 4.b and 8.8",
       "Not by name, but targets 4.b and 8.8 are touched",
       "There was no debate, but the steps will serve these:\n8 Decent work",
       "No. The meeting in Bonn discussed it at length.",
       "Not only was it discussed, it was adopted.", "No. 5 of the bulletin"});
}

TEST(ClassifyAnswer, WordsThatOnlyLookAlikeAreAnswered) {
  ExpectState(AnswerState::kAnswered,
              {"Namibia hosted the meeting", "Notes on migration", "Nairobi",
               "Seeds of change", "3+3 dialogue", "Same countries as in 2015",
               "See the report on labour migration that was published in May"});
}

TEST(ClassifyAnswer, LongDenialIsAnswered) {
  std::string text = "Not";
  for (int i = 0; i < 80; ++i) text += " word";

  EXPECT_EQ(ClassifyAnswer(text), AnswerState::kAnswered);
}

}  // namespace
}  // namespace compendium
