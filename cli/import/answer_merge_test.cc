// SPDX-License-Identifier: Apache-2.0
#include "cli/import/answer_merge.h"

#include <string>

#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

namespace compendium {
namespace {

namespace v1 = registry::v1;

v1::Questionnaire Parse(const std::string& text) {
  v1::Questionnaire questionnaire;
  EXPECT_TRUE(
      google::protobuf::TextFormat::ParseFromString(text, &questionnaire));
  return questionnaire;
}

TEST(KeepWhatTableLacks, RowsReplaceAnswersAndTheRestStays) {
  const v1::Questionnaire existing = Parse(R"pb(
    title: "IGC"
    participants { as_written: "Peru" }
    focus_areas { as_written: "labour" }
    answers {
      question_id: "1"
      text: "Old."
      state: ANSWER_STATE_ANSWERED
      question_as_written: "1. Activities:"
    }
    answers { question_id: "2" text: "Kept." state: ANSWER_STATE_ANSWERED }
    answers { question_id: "9" text: "Kept, too." state: ANSWER_STATE_ANSWERED }
  )pb");
  v1::Questionnaire fresh = Parse(R"pb(
    title: "Intergovernmental"
    answers {
      question_id: "1"
      text: "New."
      state: ANSWER_STATE_ANSWERED
      source_spans { end_byte: 9 }
    }
    answers { question_id: "2" state: ANSWER_STATE_BLANK }
  )pb");

  KeepWhatTableLacks(existing, 2016, fresh);

  EXPECT_EQ(fresh.title(), "IGC");
  EXPECT_EQ(fresh.participants_size(), 1);
  EXPECT_EQ(fresh.focus_areas_size(), 1);
  ASSERT_EQ(fresh.answers_size(), 3);
  EXPECT_EQ(fresh.answers(0).text(), "New.");
  EXPECT_EQ(fresh.answers(0).question_as_written(), "1. Activities:");
  EXPECT_EQ(fresh.answers(1).text(), "Kept.");
  EXPECT_EQ(fresh.answers(2).text(), "Kept, too.");
}

TEST(KeepWhatTableLacks, ARowWithoutTextMakesTheAnswerBlank) {
  const v1::Questionnaire existing = Parse(R"pb(answers {
                                                  question_id: "1"
                                                  text: "x"
                                                  state: ANSWER_STATE_ANSWERED
                                                })pb");
  v1::Questionnaire fresh = Parse(R"pb(
    answers {
      question_id: "1"
      state: ANSWER_STATE_BLANK
      source_spans { end_byte: 5 }
    }
  )pb");

  KeepWhatTableLacks(existing, 2016, fresh);

  EXPECT_EQ(fresh.answers(0).text(), "");
  EXPECT_EQ(fresh.answers(0).state(), v1::ANSWER_STATE_BLANK);
}

TEST(ExtractFromAnswers, AStateThatWasGivenStays) {
  v1::Questionnaire questionnaire = Parse(R"pb(
    answers {
      question_id: "4"
      text: "N/A"
      state: ANSWER_STATE_NOTHING_TO_REPORT
      state_origin: ORIGIN_SUBMITTED
    }
    answers { question_id: "1" text: "N/A" state: ANSWER_STATE_ANSWERED }
  )pb");

  ExtractFromAnswers(2016, questionnaire);

  EXPECT_EQ(questionnaire.answers(0).state(),
            v1::ANSWER_STATE_NOTHING_TO_REPORT);
  EXPECT_EQ(questionnaire.answers(1).state(), v1::ANSWER_STATE_NOT_APPLICABLE);
}

}  // namespace
}  // namespace compendium
