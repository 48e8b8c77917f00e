// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/decide_step.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/curation/apply.h"
#include "lib/findings/find_findings.h"
#include "lib/findings/find_suggestions.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;

// With a participant that nobody knows, which is a finding, and forced labour,
// which is what target 8.7 is about, unclaimed.
v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        name: "mechanisms/midsa/questionnaires/2016"
        answers {
          question_id: "1"
          state: ANSWER_STATE_ANSWERED
          text: "A workshop against forced labour was held."
        }
        participants { as_written: "Ruritanian League" }
      )pb",
      &questionnaire));
  return questionnaire;
}

std::string FindingId(const v1::Questionnaire& questionnaire) {
  const auto findings = FindFindings(questionnaire, {});
  EXPECT_FALSE(findings.empty());
  return findings.empty() ? "" : findings[0].id();
}

v1::Suggestion SuggestionOf(const v1::Questionnaire& questionnaire) {
  const auto suggestions = FindSuggestions(questionnaire);
  EXPECT_FALSE(suggestions.empty());
  return suggestions.empty() ? v1::Suggestion() : suggestions[0];
}

absl::Status Curate(const std::string& step, v1::Questionnaire& questionnaire) {
  v1::CurationStep parsed;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(step, &parsed))
      << step;
  return Apply(parsed, {.author = "a.diallo", .reason = "read it"}, "steps[0]",
               questionnaire);
}

std::string Decide(const std::string& id, const std::string& rest) {
  return absl::StrCat("decide { id: '", id, "' verdict: VERDICT_", rest, "}");
}

TEST(Decide, FindingIsDecidedWithWhoAndWhy) {
  v1::Questionnaire questionnaire = Sample();
  const std::string id = FindingId(questionnaire);

  ASSERT_TRUE(
      Curate(Decide(id, "ACCEPTED reason: 'asked them'"), questionnaire).ok());

  ASSERT_EQ(questionnaire.decisions_size(), 1);
  EXPECT_EQ(questionnaire.decisions(0).id(), id);
  EXPECT_EQ(questionnaire.decisions(0).verdict(), v1::VERDICT_ACCEPTED);
  EXPECT_EQ(questionnaire.decisions(0).reason(), "asked them");
  EXPECT_EQ(questionnaire.decisions(0).author(), "a.diallo");
  EXPECT_EQ(questionnaire.claims_size(), 0);
}

TEST(Decide, ASecondDecisionTakesThePlaceOfTheFirst) {
  v1::Questionnaire questionnaire = Sample();
  const std::string id = FindingId(questionnaire);
  ASSERT_TRUE(Curate(Decide(id, "ACCEPTED"), questionnaire).ok());

  ASSERT_TRUE(Curate(Decide(id, "DISMISSED"), questionnaire).ok());

  ASSERT_EQ(questionnaire.decisions_size(), 1);
  EXPECT_EQ(questionnaire.decisions(0).verdict(), v1::VERDICT_DISMISSED);
  EXPECT_EQ(questionnaire.decisions(0).reason(), "read it");
}

TEST(Decide, AcceptedSuggestionIsAClaimWithItsWords) {
  v1::Questionnaire questionnaire = Sample();
  const v1::Suggestion suggestion = SuggestionOf(questionnaire);

  ASSERT_TRUE(Curate(Decide(suggestion.id(), "ACCEPTED"), questionnaire).ok());

  ASSERT_EQ(questionnaire.claims_size(), 1);
  const v1::Claim& claim = questionnaire.claims(0);
  EXPECT_EQ(claim.framework(), "sdg");
  EXPECT_EQ(claim.code(), "8.7");
  EXPECT_EQ(claim.strength(), v1::CLAIM_STRENGTH_IMPLICIT);
  EXPECT_EQ(claim.origin(), v1::ORIGIN_CURATED);
  EXPECT_FALSE(claim.id().empty());
  EXPECT_EQ(claim.evidence().SerializeAsString(),
            suggestion.evidence().SerializeAsString());
  EXPECT_EQ(questionnaire.decisions_size(), 1);
}

TEST(Decide, PersonSaysHowFirmlyASuggestionCounts) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate(Decide(SuggestionOf(questionnaire).id(),
                            "ACCEPTED strength: CLAIM_STRENGTH_POSSIBLE"),
                     questionnaire)
                  .ok());

  EXPECT_EQ(questionnaire.claims(0).strength(), v1::CLAIM_STRENGTH_POSSIBLE);
}

TEST(Decide, DismissedSuggestionIsNoClaim) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate(Decide(SuggestionOf(questionnaire).id(), "DISMISSED"),
                     questionnaire)
                  .ok());

  EXPECT_EQ(questionnaire.claims_size(), 0);
  EXPECT_TRUE(SuggestionOf(questionnaire).has_decision());
}

TEST(Decide, WantsWhatIsThere) {
  v1::Questionnaire questionnaire = Sample();

  EXPECT_THAT(FieldPathsOf(Curate(Decide("f-none", "ACCEPTED"), questionnaire)),
              ElementsAre("steps[0].decide.id"));
  EXPECT_THAT(
      FieldPathsOf(Curate(Decide(FindingId(questionnaire),
                                 "ACCEPTED strength: CLAIM_STRENGTH_POSSIBLE"),
                          questionnaire)),
      ElementsAre("steps[0].decide.strength"));
  EXPECT_THAT(
      FieldPathsOf(Curate(Decide(SuggestionOf(questionnaire).id(),
                                 "DISMISSED strength: CLAIM_STRENGTH_POSSIBLE"),
                          questionnaire)),
      ElementsAre("steps[0].decide.strength"));
}

TEST(Reopen, DecisionIsTakenBackAndAClaimStays) {
  v1::Questionnaire questionnaire = Sample();
  const std::string id = SuggestionOf(questionnaire).id();
  ASSERT_TRUE(Curate(Decide(id, "ACCEPTED"), questionnaire).ok());

  ASSERT_TRUE(
      Curate(absl::StrCat("reopen { id: '", id, "' }"), questionnaire).ok());

  EXPECT_EQ(questionnaire.decisions_size(), 0);
  EXPECT_EQ(questionnaire.claims_size(), 1);
}

}  // namespace
}  // namespace compendium
