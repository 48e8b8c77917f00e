// SPDX-License-Identifier: Apache-2.0
#include "lib/curation/apply.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

v1::Questionnaire Sample() {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(
      R"pb(
        answers { question_id: "2" text: "Forum on 3 May 2016 in Lima" }
        participants { as_written: "Peru" origin: ORIGIN_EXTRACTED }
        focus_areas { as_written: "Ports" origin: ORIGIN_EXTRACTED }
        meetings {
          id: "m-2-1"
          title: "Forum"
          city: "Lima"
          origin: ORIGIN_EXTRACTED
          evidence {
            question_id: "2"
            begin_byte: 0
            end_byte: 27
            quote: "Forum on 3 May 2016 in Lima"
          }
        }
      )pb",
      &questionnaire));
  return questionnaire;
}

absl::Status Curate(const std::string& step, v1::Questionnaire& questionnaire) {
  v1::CurationStep parsed;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(step, &parsed))
      << step;
  return Apply(parsed, {.author = "a.diallo", .reason = "read it"}, "steps[2]",
               questionnaire);
}

TEST(Apply, CorrectionIsTheWholeItemUnderItsOldId) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate("put { item_id: 'm-2-1' meeting { id: 'other' title: "
                     "'Port forum' origin: ORIGIN_EXTRACTED } }",
                     questionnaire)
                  .ok());

  ASSERT_EQ(questionnaire.meetings_size(), 1);
  const v1::Meeting& meeting = questionnaire.meetings(0);
  EXPECT_EQ(meeting.id(), "m-2-1");
  EXPECT_EQ(meeting.title(), "Port forum");
  EXPECT_EQ(meeting.city(), "");
  EXPECT_EQ(meeting.origin(), v1::ORIGIN_CURATED);
  EXPECT_EQ(meeting.evidence().end_byte(), 27);
}

TEST(Apply, AddedItemGetsIdOriginAndPlace) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate("put { meeting { title: 'Dinner' evidence { question_id: "
                     "'2' quote: '3  May' } } }",
                     questionnaire)
                  .ok());

  ASSERT_EQ(questionnaire.meetings_size(), 2);
  const v1::Meeting& meeting = questionnaire.meetings(1);
  EXPECT_FALSE(meeting.id().empty());
  EXPECT_EQ(meeting.origin(), v1::ORIGIN_CURATED);
  EXPECT_EQ(meeting.evidence().begin_byte(), 9);
  EXPECT_EQ(meeting.evidence().quote(), "3 May");
}

TEST(Apply, RejectedItemCanBePutBackAsItWas) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(
      Curate("reject { item_id: 'm-2-1' reason: 'a slip' }", questionnaire)
          .ok());

  EXPECT_EQ(questionnaire.meetings_size(), 0);
  ASSERT_EQ(questionnaire.rejections_size(), 1);
  EXPECT_EQ(questionnaire.rejections(0).reason(), "a slip");
  EXPECT_EQ(questionnaire.rejections(0).author(), "a.diallo");
  ASSERT_TRUE(Curate("restore { item_id: 'm-2-1' }", questionnaire).ok());
  EXPECT_EQ(questionnaire.SerializeAsString(), Sample().SerializeAsString());
}

TEST(Apply, EveryWordOfARejectedNameGoes) {
  v1::Questionnaire questionnaire = Sample();
  *questionnaire.add_focus_areas() = questionnaire.focus_areas(0);

  ASSERT_TRUE(Curate("reject { item_id: 'Ports' }", questionnaire).ok());

  EXPECT_EQ(questionnaire.focus_areas_size(), 0);
  EXPECT_EQ(questionnaire.rejections(0).reason(), "read it");
}

TEST(Apply, AddingTheSameAgainEndsItsRejection) {
  v1::Questionnaire questionnaire = Sample();
  ASSERT_TRUE(Curate("reject { item_id: 'Peru' }", questionnaire).ok());

  ASSERT_TRUE(Curate("put { participant { as_written: 'Peru' country_code: "
                     "'PER' kind: PARTICIPANT_KIND_STATE } }",
                     questionnaire)
                  .ok());

  EXPECT_EQ(questionnaire.rejections_size(), 0);
  EXPECT_EQ(questionnaire.participants(0).origin(), v1::ORIGIN_CURATED);
}

TEST(Apply, RestoringDoesNotDoubleWhatWasAddedMeanwhile) {
  v1::Questionnaire questionnaire = Sample();
  ASSERT_TRUE(Curate("reject { item_id: 'm-2-1' }", questionnaire).ok());
  questionnaire.add_meetings()->set_id("m-2-1");

  ASSERT_TRUE(Curate("restore { item_id: 'm-2-1' }", questionnaire).ok());

  EXPECT_EQ(questionnaire.meetings_size(), 1);
}

TEST(Apply, RenamedParticipantRejectsItsOldWords) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate("put { item_id: 'Peru' participant { as_written: "
                     "'Republic of Peru' } }",
                     questionnaire)
                  .ok());

  ASSERT_EQ(questionnaire.participants_size(), 1);
  EXPECT_EQ(questionnaire.participants(0).as_written(), "Republic of Peru");
  ASSERT_EQ(questionnaire.rejections_size(), 1);
  EXPECT_EQ(questionnaire.rejections(0).item_id(), "Peru");
}

TEST(Apply, StateIsSetByAPerson) {
  v1::Questionnaire questionnaire = Sample();

  ASSERT_TRUE(Curate("set_answer_state { question_id: '2' state: "
                     "ANSWER_STATE_CROSS_REFERENCE }",
                     questionnaire)
                  .ok());

  EXPECT_EQ(questionnaire.answers(0).state(), v1::ANSWER_STATE_CROSS_REFERENCE);
  EXPECT_EQ(questionnaire.answers(0).state_origin(), v1::ORIGIN_CURATED);
}

struct BadStep {
  std::string step;
  std::string path;
  std::string want;
};

TEST(Apply, EveryErrorNamesItsField) {
  const BadStep bad_steps[] = {
      {"", "steps[2].step", "want put"},
      {"put { item_id: 'm-2-1' }", "steps[2].put.item", "want a meeting"},
      {"put { item_id: 'm-9' meeting {} }", "steps[2].put.item_id",
       "questionnaire's meetings"},
      {"put { item_id: 'm-2-1' claim {} }", "steps[2].put.item_id",
       "questionnaire's claims"},
      {"put { meeting { evidence { question_id: '9' quote: 'x' } } }",
       "steps[2].put.meeting.evidence.question_id", "an answer"},
      {"put { meeting { evidence { question_id: '2' quote: 'Oslo' } } }",
       "steps[2].put.meeting.evidence.quote", "words of the answer to 2"},
      {"put { participant { as_written: 'Peru' } }",
       "steps[2].put.participant.as_written", "there already"},
      {"put { focus_area {} }", "steps[2].put.focus_area.as_written",
       "want its words"},
      {"put { item_id: 'Ports' focus_area { as_written: 'Piers' } }", "", ""},
      {"reject { item_id: 'm-9' }", "steps[2].reject.item_id", "items"},
      {"restore { item_id: 'm-2-1' }", "steps[2].restore.item_id",
       "rejections"},
      {"set_answer_state { question_id: '9' }",
       "steps[2].set_answer_state.question_id", "an answer"},
      {"reopen { id: 'f-1' }", "steps[2].reopen.id", "decisions"},
  };
  for (const BadStep& bad : bad_steps) {
    v1::Questionnaire questionnaire = Sample();

    const absl::Status status = Curate(bad.step, questionnaire);

    if (bad.path.empty()) {
      EXPECT_TRUE(status.ok()) << bad.step << status;
      continue;
    }
    EXPECT_THAT(FieldPathsOf(status), ElementsAre(bad.path)) << bad.step;
    EXPECT_THAT(std::string(status.message()), HasSubstr(bad.want));
  }
}

TEST(Apply, RejectedItemMustBeRestoredBeforeItIsCorrected) {
  v1::Questionnaire questionnaire = Sample();
  ASSERT_TRUE(Curate("reject { item_id: 'm-2-1' }", questionnaire).ok());

  const absl::Status status =
      Curate("put { item_id: 'm-2-1' meeting {} }", questionnaire);

  EXPECT_THAT(std::string(status.message()), HasSubstr("restored first"));
  EXPECT_THAT(
      FieldPathsOf(Curate("reject { item_id: 'm-2-1' }", questionnaire)),
      ElementsAre("steps[2].reject.item_id"));
}

}  // namespace
}  // namespace compendium
