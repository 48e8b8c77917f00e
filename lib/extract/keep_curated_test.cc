// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "lib/extract/extract_items.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;

v1::Questionnaire Parse(const std::string& text) {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(text, &questionnaire));
  return questionnaire;
}

std::vector<std::string> Codes(const v1::Questionnaire& questionnaire) {
  std::vector<std::string> codes;
  for (const v1::Claim& claim : questionnaire.claims()) {
    codes.push_back(claim.code() +
                    (claim.origin() == v1::ORIGIN_EXTRACTED ? "" : " kept"));
  }
  return codes;
}

constexpr char kAnswers[] = R"pb(
  answers { question_id: "2" text: "Forum on 3 May 2016" }
  answers { question_id: "3A" text: "SDGs 5.2 and 16.3" }
)pb";

// As extraction leaves it.
v1::Questionnaire Fresh() {
  v1::Questionnaire questionnaire = Parse(kAnswers);
  ExtractItems({.round_year = 2016}, questionnaire);
  return questionnaire;
}

TEST(KeepCurated, ExtractedItemsOfTheOldVersionAreReplaced) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_claims(0)->set_code("1");
  v1::Questionnaire fresh = Fresh();

  KeepCurated(existing, fresh);

  EXPECT_EQ(fresh.SerializeAsString(), Fresh().SerializeAsString());
}

TEST(KeepCurated, SameItemStandsBack) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_claims(0)->set_origin(v1::ORIGIN_CURATED);
  existing.mutable_claims(0)->set_strength(v1::CLAIM_STRENGTH_POSSIBLE);
  v1::Questionnaire fresh = Fresh();

  KeepCurated(existing, fresh);

  EXPECT_THAT(Codes(fresh), ElementsAre("5.2 kept", "16.3"));
  EXPECT_EQ(fresh.claims(0).strength(), v1::CLAIM_STRENGTH_POSSIBLE);
}

TEST(KeepCurated, CorrectedItemDoesNotComeBack) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_claims(1)->set_origin(v1::ORIGIN_CURATED);
  existing.mutable_claims(1)->set_code("16.2");
  existing.mutable_meetings(0)->set_origin(v1::ORIGIN_CURATED);
  existing.mutable_meetings(0)->set_title("Annual forum");
  v1::Questionnaire fresh = Fresh();

  KeepCurated(existing, fresh);

  EXPECT_THAT(Codes(fresh), ElementsAre("16.2 kept", "5.2"));
  ASSERT_EQ(fresh.meetings_size(), 1);
  EXPECT_EQ(fresh.meetings(0).title(), "Annual forum");
}

TEST(KeepCurated, ItemWithoutEvidenceStandsForAllQuestions) {
  v1::Questionnaire existing = Parse(kAnswers);
  v1::Claim& claim = *existing.add_claims();
  claim.set_framework("sdg");
  claim.set_code("5.2");
  claim.set_origin(v1::ORIGIN_SUBMITTED);
  v1::Questionnaire fresh = Fresh();

  KeepCurated(existing, fresh);

  EXPECT_THAT(Codes(fresh), ElementsAre("16.3", "5.2 kept"));
}

TEST(KeepCurated, EvidenceMovesWithItsQuote) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_claims(0)->set_origin(v1::ORIGIN_CURATED);
  v1::Questionnaire fresh = Fresh();
  fresh.mutable_answers(1)->set_text("New words. SDGs 5.2 and 16.3");
  ExtractItems({.round_year = 2016}, fresh);

  KeepCurated(existing, fresh);

  ASSERT_THAT(Codes(fresh), ElementsAre("5.2 kept", "16.3"));
  EXPECT_EQ(fresh.claims(0).evidence().begin_byte(), 11);
  EXPECT_EQ(fresh.claims(0).evidence().quote(), "SDGs 5.2 and 16.3");
}

TEST(KeepCurated, EvidenceWhoseQuoteIsGoneLosesItsPlace) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_claims(0)->set_origin(v1::ORIGIN_CURATED);
  existing.mutable_meetings(0)->set_origin(v1::ORIGIN_CURATED);
  v1::Questionnaire fresh =
      Parse(R"pb(answers { question_id: "3A" text: "Quite other words" })pb");

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.claims_size(), 1);
  EXPECT_EQ(fresh.claims(0).evidence().question_id(), "3A");
  EXPECT_EQ(fresh.claims(0).evidence().quote(), "");
  EXPECT_EQ(fresh.claims(0).evidence().end_byte(), 0);
  ASSERT_EQ(fresh.meetings_size(), 1);
  EXPECT_FALSE(fresh.meetings(0).has_evidence());
}

TEST(KeepCurated, ItemWithTheSameIdStandsBackWhateverElseChanged) {
  v1::Questionnaire existing = Fresh();
  v1::Meeting& meeting = *existing.mutable_meetings(0);
  meeting.set_origin(v1::ORIGIN_CURATED);
  meeting.set_title("Corrected");
  meeting.mutable_date()->set_edtf("2017");
  meeting.clear_evidence();
  v1::Questionnaire fresh = Fresh();

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.meetings_size(), 1);
  EXPECT_EQ(fresh.meetings(0).title(), "Corrected");
}

}  // namespace
}  // namespace compendium
