// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/given_answers.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

// What is kept of an answer in this state with this text.
registry::v1::Answer KeptOf(absl::string_view state, const std::string& text) {
  auto record = PutQuestionnaire(
      "midsa", "2016",
      absl::StrCat("answers { question_id: '4' state: ANSWER_STATE_", state,
                   " state_origin: ORIGIN_CURATED verbatim: 'v' }"));
  record.mutable_record()
      ->mutable_questionnaire()
      ->mutable_answers(0)
      ->set_text(text);
  const Projections state_after = ProjectionsOf({record});
  const Contribution kept = state_after.answers.contributions.Find(
      *QuestionnaireName::Parse("mechanisms/midsa/questionnaires/2016"));
  return kept->record.answers(0);
}

TEST(GivenAnswers, WordsThatTellNothingAreKeptWithTheirState) {
  const registry::v1::Answer kept = KeptOf("NOT_APPLICABLE", "n. a.");

  EXPECT_EQ(kept.question_id(), "4");
  EXPECT_EQ(kept.state(), registry::v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_EQ(kept.state_origin(), registry::v1::ORIGIN_CURATED);
  EXPECT_EQ(kept.text(), "n. a.");
  EXPECT_EQ(kept.verbatim(), "");
}

TEST(GivenAnswers, AnswersThatTellSomethingStayInTheRegistry) {
  EXPECT_EQ(KeptOf("ANSWERED", "Two meetings.").text(), "");
  EXPECT_EQ(KeptOf("BLANK", " ").text(), "");
}

TEST(GivenAnswers, LongWordsAreCutAtACharacter) {
  const std::string fits(kUntellingTextBytesMax, 'a');
  std::string accents = "a";
  while (accents.size() <= kUntellingTextBytesMax) accents += "é";

  EXPECT_EQ(KeptOf("CROSS_REFERENCE", fits).text(), fits);
  const std::string cut = KeptOf("CROSS_REFERENCE", accents).text();
  EXPECT_EQ(cut.size(), kUntellingTextBytesMax);
  EXPECT_TRUE(absl::EndsWith(cut, "é…"));
  EXPECT_EQ(KeptOf("CROSS_REFERENCE", cut).text(), cut);
}

}  // namespace
}  // namespace compendium::reporting
