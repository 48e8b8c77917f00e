// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/quote_place.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;

// The words found, or "-".
std::string Found(absl::string_view text, absl::string_view quote,
                  size_t from = 0) {
  const auto place = FindQuote(text, quote, from);
  return place.has_value()
             ? std::string(text.substr(place->begin, place->end - place->begin))
             : "-";
}

TEST(FindQuote, WordsAsTheyStand) {
  EXPECT_EQ(Found("Forum in Lima on ports", "Lima on"), "Lima on");
  EXPECT_EQ(Found("Forum in Lima", "Oslo"), "-");
  EXPECT_EQ(Found("", "Lima"), "-");
  EXPECT_EQ(Found("Lima", ""), "-");
  EXPECT_EQ(Found("Lima", " \n"), "-");
}

TEST(FindQuote, WhiteSpaceAside) {
  EXPECT_EQ(Found("Forum in\n  Lima\xC2\xA0on ports", " Forum in Lima on "),
            "Forum in\n  Lima\xC2\xA0on");
  EXPECT_EQ(Found("a b", "ab"), "-");
}

TEST(FindQuote, FirstBehindThePlaceGivenElseFirst) {
  const std::string text = "Lima, then Lima";

  EXPECT_EQ(FindQuote(text, "Lima")->begin, 0u);
  EXPECT_EQ(FindQuote(text, "Lima", 1)->begin, 11u);
  EXPECT_EQ(FindQuote(text, "Lima", 12)->begin, 0u);
  EXPECT_EQ(FindQuote(text, "Lima", 999)->begin, 0u);
}

TEST(FindQuote, TextsMadeToBeSlowAreNot) {
  const std::string text(262144, 'a');
  const std::string quote = std::string(4095, 'a') + "b";

  // Comparing at each place would be a billion steps.
  EXPECT_FALSE(FindQuote(text, quote).has_value());
}

v1::Questionnaire WithAnswer(const std::string& text) {
  v1::Questionnaire questionnaire;
  questionnaire.add_answers()->set_question_id("2A");
  questionnaire.mutable_answers(0)->set_text(text);
  return questionnaire;
}

v1::Evidence Quote(const std::string& question_id, const std::string& quote) {
  v1::Evidence evidence;
  evidence.set_question_id(question_id);
  evidence.set_quote(quote);
  return evidence;
}

TEST(LocateEvidence, TakesTheAnswersOwnWords) {
  v1::Evidence evidence = Quote("2A", "in Lima");

  ASSERT_TRUE(
      LocateEvidence(WithAnswer("Forum in\nLima"), "m.evidence", evidence)
          .ok());

  EXPECT_EQ(evidence.begin_byte(), 6);
  EXPECT_EQ(evidence.end_byte(), 13);
  EXPECT_EQ(evidence.quote(), "in\nLima");
}

TEST(LocateEvidence, SaysWhatDoesNotFit) {
  v1::Evidence no_answer = Quote("2B", "Lima");
  v1::Evidence no_words = Quote("2A", "Oslo");

  EXPECT_THAT(
      FieldPathsOf(LocateEvidence(WithAnswer("Lima"), "m.evidence", no_answer)),
      ElementsAre("m.evidence.question_id"));
  EXPECT_THAT(
      FieldPathsOf(LocateEvidence(WithAnswer("Lima"), "m.evidence", no_words)),
      ElementsAre("m.evidence.quote"));
}

TEST(LocateEvidence, LeavesAPlaceThatWasGiven) {
  v1::Evidence evidence = Quote("2A", "Oslo");
  evidence.set_end_byte(4);

  EXPECT_TRUE(LocateEvidence(WithAnswer("Lima"), "e", evidence).ok());

  EXPECT_EQ(evidence.quote(), "Oslo");
}

TEST(MoveEvidence, GoesWithItsWordsAndLosesAPlaceThatIsGone) {
  v1::Evidence moved = Quote("2A", "Lima");
  moved.set_end_byte(4);
  v1::Evidence gone = moved;
  v1::Evidence homeless = Quote("2B", "Lima");

  EXPECT_TRUE(MoveEvidence(WithAnswer("In Lima"), moved));
  EXPECT_TRUE(MoveEvidence(WithAnswer("In Oslo"), gone));
  EXPECT_FALSE(MoveEvidence(WithAnswer("In Lima"), homeless));

  EXPECT_EQ(moved.begin_byte(), 3);
  EXPECT_EQ(moved.end_byte(), 7);
  EXPECT_EQ(gone.quote(), "");
  EXPECT_EQ(gone.end_byte(), 0);
}

}  // namespace
}  // namespace compendium
