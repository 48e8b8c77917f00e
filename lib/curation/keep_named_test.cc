// SPDX-License-Identifier: Apache-2.0
// Participants, focus areas, answer states and decisions over imports.
#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lib/curation/apply.h"
#include "lib/curation/keep_curated.h"

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

v1::Questionnaire Source() {
  return Parse(R"pb(
    answers {
      question_id: "2B"
      text: "Not at this stage."
      state: ANSWER_STATE_NEGATIVE_STATEMENT
      state_origin: ORIGIN_EXTRACTED
    }
    participants {
      as_written: "Lethoso"
      kind: PARTICIPANT_KIND_STATE
      origin: ORIGIN_EXTRACTED
    }
    participants {
      as_written: "Malawi"
      country_code: "MWI"
      kind: PARTICIPANT_KIND_STATE
      origin: ORIGIN_EXTRACTED
    }
    focus_areas { as_written: "Ports" origin: ORIGIN_EXTRACTED }
    focus_areas { as_written: "Page 12" origin: ORIGIN_EXTRACTED }
  )pb");
}

void Curate(const std::string& step, v1::Questionnaire& questionnaire) {
  v1::CurationStep parsed;
  ASSERT_TRUE(google::protobuf::TextFormat::ParseFromString(step, &parsed));
  const absl::Status status =
      Apply(parsed, {.author = "a.diallo", .reason = "read it"}, "steps[0]",
            questionnaire);
  ASSERT_TRUE(status.ok()) << status;
}

template <class List>
std::vector<std::string> Words(const List& items) {
  std::vector<std::string> words;
  for (const auto& item : items) words.push_back(item.as_written());
  return words;
}

TEST(KeepNamed, CorrectedWordsStandInTheirPlace) {
  v1::Questionnaire existing = Source();
  Curate(
      "put { item_id: 'Lethoso' participant { as_written: 'Lesotho' "
      "country_code: 'LSO' kind: PARTICIPANT_KIND_STATE } }",
      existing);
  EXPECT_THAT(Words(existing.participants()), ElementsAre("Lesotho", "Malawi"));
  v1::Questionnaire fresh = Source();

  KeepCurated(existing, fresh);

  EXPECT_THAT(Words(fresh.participants()), ElementsAre("Malawi", "Lesotho"));
  EXPECT_EQ(fresh.participants(1).origin(), v1::ORIGIN_CURATED);
}

TEST(KeepNamed, CorrectedCodeStandsForTheSameWordsInTheirPlace) {
  v1::Questionnaire existing = Source();
  Curate(
      "put { item_id: 'Lethoso' participant { as_written: 'Lethoso' "
      "country_code: 'LSO' kind: PARTICIPANT_KIND_STATE } }",
      existing);
  v1::Questionnaire fresh = Source();

  KeepCurated(existing, fresh);

  EXPECT_THAT(Words(fresh.participants()), ElementsAre("Lethoso", "Malawi"));
  EXPECT_EQ(fresh.participants(0).country_code(), "LSO");
}

TEST(KeepNamed, CuratedParticipantStandsForItsCodeUnderOtherWords) {
  v1::Questionnaire existing = Source();
  Curate(
      "put { item_id: 'Malawi' participant { as_written: 'Malawi' "
      "country_code: 'MWI' kind: PARTICIPANT_KIND_STATE role: "
      "PARTICIPANT_ROLE_OBSERVER } }",
      existing);
  v1::Questionnaire fresh = Source();
  fresh.mutable_participants(1)->set_as_written("Republic of Malawi");

  KeepCurated(existing, fresh);

  EXPECT_THAT(Words(fresh.participants()), ElementsAre("Lethoso", "Malawi"));
  EXPECT_EQ(fresh.participants(1).role(), v1::PARTICIPANT_ROLE_OBSERVER);
}

TEST(KeepNamed, RejectedWordsStayOutAndAddedOnesIn) {
  v1::Questionnaire existing = Source();
  Curate("reject { item_id: 'Page 12' reason: 'a page number' }", existing);
  Curate("put { focus_area { as_written: 'Piers' } }", existing);
  v1::Questionnaire fresh = Source();
  fresh.mutable_focus_areas(0)->set_as_written("Harbours");

  KeepCurated(existing, fresh);

  EXPECT_THAT(Words(fresh.focus_areas()), ElementsAre("Harbours", "Piers"));
  EXPECT_EQ(fresh.rejections(0).reason(), "a page number");
}

TEST(KeepNamed, SubmittedListsFollowTheirSource) {
  v1::Questionnaire existing = Source();
  existing.mutable_participants(0)->set_origin(v1::ORIGIN_SUBMITTED);
  v1::Questionnaire fresh = Source();
  fresh.mutable_participants(0)->set_as_written("Lesotho");

  KeepCurated(existing, fresh);

  EXPECT_THAT(Words(fresh.participants()), ElementsAre("Lesotho", "Malawi"));
}

TEST(KeepNamed, CuratedStateStaysAndExtractedOneFollows) {
  v1::Questionnaire existing = Source();
  v1::Questionnaire fresh = Source();
  fresh.mutable_answers(0)->set_state(v1::ANSWER_STATE_ANSWERED);
  KeepCurated(existing, fresh);
  EXPECT_EQ(fresh.answers(0).state(), v1::ANSWER_STATE_ANSWERED);

  Curate(
      "set_answer_state { question_id: '2B' state: "
      "ANSWER_STATE_NOT_APPLICABLE }",
      existing);
  KeepCurated(existing, fresh);

  EXPECT_EQ(fresh.answers(0).state(), v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_EQ(fresh.answers(0).state_origin(), v1::ORIGIN_CURATED);
}

TEST(KeepNamed, DecisionsAreThoseOfTheRecord) {
  v1::Questionnaire existing = Source();
  v1::Decision& decision = *existing.add_decisions();
  decision.set_id("f-1");
  decision.set_verdict(v1::VERDICT_DISMISSED);
  v1::Questionnaire fresh = Source();
  fresh.add_decisions()->set_id("f-of-the-file");

  KeepCurated(existing, fresh);

  ASSERT_EQ(fresh.decisions_size(), 1);
  EXPECT_EQ(fresh.decisions(0).id(), "f-1");
}

}  // namespace
}  // namespace compendium
