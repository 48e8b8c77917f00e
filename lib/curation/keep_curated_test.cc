// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/keep_curated.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/curation/apply.h"
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

// What a person decides through steps.
void Curate(const std::string& step, v1::Questionnaire& questionnaire) {
  v1::CurationStep parsed;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(step, &parsed));
  const absl::Status status =
      Apply(parsed, {.author = "a.diallo", .reason = "read it"}, "steps[0]",
            questionnaire);
  ASSERT_TRUE(status.ok()) << status;
}

// `existing` taken anew from the same answers.
v1::Questionnaire Again(const v1::Questionnaire& existing) {
  v1::Questionnaire fresh = Fresh();
  KeepCurated(existing, fresh);
  return fresh;
}

TEST(KeepCurated, CorrectionStandsForItsIdWhateverItSays) {
  v1::Questionnaire existing = Fresh();
  const std::string id = existing.claims(1).id();
  Curate("put { item_id: '" + id +
             "' claim { framework: 'sdg' code: '16.2' strength: "
             "CLAIM_STRENGTH_EXPLICIT } }",
         existing);

  const v1::Questionnaire fresh = Again(existing);

  EXPECT_THAT(Codes(fresh), ElementsAre("16.2 kept", "5.2"));
  EXPECT_EQ(fresh.claims(0).id(), id);
  EXPECT_EQ(Again(fresh).SerializeAsString(), fresh.SerializeAsString());
}

TEST(KeepCurated, RejectedItemStaysOutAndItsNeighboursIn) {
  v1::Questionnaire existing = Fresh();
  Curate("reject { item_id: '" + existing.claims(0).id() + "' }", existing);
  Curate("reject { item_id: '" + existing.meetings(0).id() + "' }", existing);

  const v1::Questionnaire fresh = Again(existing);

  EXPECT_THAT(Codes(fresh), ElementsAre("16.3"));
  EXPECT_EQ(fresh.meetings_size(), 0);
  ASSERT_EQ(fresh.rejections_size(), 2);
  EXPECT_EQ(fresh.rejections(0).author(), "a.diallo");
  EXPECT_EQ(fresh.rejections(0).reason(), "read it");
}

TEST(KeepCurated, RejectedItemStaysOutWhenItsSentenceChanges) {
  v1::Questionnaire existing = Fresh();
  Curate("reject { item_id: '" + existing.claims(0).id() + "' }", existing);
  v1::Questionnaire fresh = Fresh();
  fresh.mutable_answers(1)->set_text("It supports SDGs 5.2, 16.3 and 17.16");
  ExtractItems({.round_year = 2016}, fresh);

  KeepCurated(existing, fresh);

  EXPECT_THAT(Codes(fresh), ElementsAre("16.3", "17.16"));
}

// Two claims of one node in one answer, as two sentences.
v1::Questionnaire TwoAlike() {
  v1::Questionnaire questionnaire = Fresh();
  questionnaire.mutable_answers(1)->set_text("SDG 5.2 first. SDG 5.2 again.");
  ExtractItems({.round_year = 2016}, questionnaire);
  v1::Claim& claim = *questionnaire.add_claims();
  claim = questionnaire.claims(0);
  claim.set_id("c-3a-other");
  claim.mutable_evidence()->set_begin_byte(15);
  claim.mutable_evidence()->set_end_byte(29);
  claim.mutable_evidence()->set_quote("SDG 5.2 again.");
  return questionnaire;
}

TEST(KeepCurated, OneOfTwoAlikeIsRejectedAlone) {
  v1::Questionnaire existing = TwoAlike();
  v1::Questionnaire fresh = existing;
  Curate("reject { item_id: 'c-3a-other' }", existing);

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.claims_size(), 1);
  EXPECT_EQ(fresh.claims(0).id(), TwoAlike().claims(0).id());
}

TEST(KeepCurated, CorrectionOfOneOfTwoAlikeLeavesTheOther) {
  v1::Questionnaire existing = TwoAlike();
  v1::Questionnaire fresh = existing;
  Curate("put { item_id: '" + existing.claims(0).id() +
             "' claim { framework: 'sdg' code: '5.2' strength: "
             "CLAIM_STRENGTH_POSSIBLE } }",
         existing);

  KeepCurated(existing, fresh);

  EXPECT_THAT(Codes(fresh), ElementsAre("5.2 kept", "5.2"));
}

TEST(KeepCurated, RejectionAndCorrectionHoldAgainstSubmittedItems) {
  v1::Questionnaire file = Fresh();
  for (v1::Claim& claim : *file.mutable_claims())
    claim.set_origin(v1::ORIGIN_SUBMITTED);
  v1::Questionnaire existing = file;
  Curate("reject { item_id: '" + existing.claims(0).id() + "' }", existing);
  Curate("put { item_id: '" + existing.claims(0).id() +
             "' claim { framework: 'sdg' code: '16.2' strength: "
             "CLAIM_STRENGTH_EXPLICIT } }",
         existing);

  KeepCurated(existing, file);

  EXPECT_THAT(Codes(file), ElementsAre("16.2 kept"));
}

TEST(KeepCurated, AddedItemStaysWithAndWithoutItsWords) {
  v1::Questionnaire existing = Fresh();
  Curate(
      "put { meeting { title: 'Side talks' evidence { question_id: '2' "
      "quote: '3 May' } } }",
      existing);

  v1::Questionnaire same = Again(existing);
  v1::Questionnaire other =
      Parse(R"pb(answers { question_id: "2" text: "Nothing was held" })pb");
  KeepCurated(existing, other);

  ASSERT_EQ(same.meetings_size(), 2);
  EXPECT_EQ(same.meetings(1).title(), "Side talks");
  EXPECT_EQ(same.meetings(1).evidence().begin_byte(), 9);
  ASSERT_EQ(other.meetings_size(), 1);
  EXPECT_EQ(other.meetings(0).evidence().question_id(), "2");
  EXPECT_EQ(other.meetings(0).evidence().quote(), "");
}

TEST(KeepCurated, EventKeyOfAKeptMeetingFollowsTheFreshOne) {
  v1::Questionnaire existing = Fresh();
  existing.mutable_meetings(0)->set_event_key("old");
  existing.mutable_meetings(0)->set_origin(v1::ORIGIN_CURATED);
  v1::Questionnaire fresh = Fresh();
  fresh.mutable_meetings(0)->set_event_key("new");
  fresh.mutable_meetings(0)->mutable_event_match()->set_reason("same days");

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.meetings_size(), 1);
  EXPECT_EQ(fresh.meetings(0).origin(), v1::ORIGIN_CURATED);
  EXPECT_EQ(fresh.meetings(0).event_key(), "new");
  EXPECT_EQ(fresh.meetings(0).event_match().reason(), "same days");
}

TEST(KeepCurated, ProjectsAndPublicationsAreKeptAndStayOut) {
  constexpr char kItems[] = R"pb(
    projects { id: "p-1" title: "Ports for all" origin: ORIGIN_EXTRACTED }
    projects { id: "p-2" title: "Open seas" origin: ORIGIN_EXTRACTED }
    publications { id: "b-1" title: "Port atlas" origin: ORIGIN_EXTRACTED }
  )pb";
  v1::Questionnaire existing = Parse(kItems);
  Curate("reject { item_id: 'p-1' }", existing);
  Curate("put { item_id: 'b-1' publication { title: 'Atlas of ports' } }",
         existing);
  v1::Questionnaire fresh = Parse(kItems);

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.projects_size(), 1);
  EXPECT_EQ(fresh.projects(0).id(), "p-2");
  ASSERT_EQ(fresh.publications_size(), 1);
  EXPECT_EQ(fresh.publications(0).title(), "Atlas of ports");
}

}  // namespace
}  // namespace compendium
