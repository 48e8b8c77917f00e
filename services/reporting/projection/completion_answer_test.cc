// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/completion_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr absl::string_view kForm = R"pb(
  questions { id: "1" title: "Main activities" }
  questions { id: "2A" title: "Senior officials' meetings" }
  questions { id: "4" title: "New publications" }
)pb";

constexpr absl::string_view kAnswers = R"pb(
  answers { question_id: "1" state: ANSWER_STATE_ANSWERED text: "Two." }
  answers { question_id: "2A" state: ANSWER_STATE_BLANK }
  answers {
    question_id: "4"
    state: ANSWER_STATE_NOT_APPLICABLE
    text: "n. a."
    state_origin: ORIGIN_EXTRACTED
  }
)pb";

v1::Completion Answer(const Projections& state,
                      absl::string_view mechanism = "") {
  std::optional<MechanismName> name;
  if (!mechanism.empty()) name = *MechanismName::FromId(mechanism);
  const absl::StatusOr<v1::Completion> completion = AnswerCompletion(
      state.directory, state.answers, {*RoundName::FromId("2016"), name});
  EXPECT_TRUE(completion.ok()) << completion.status();
  return completion.ok() ? *completion : v1::Completion();
}

// Three mechanisms, of which one has no questionnaire.
Projections SomeState() {
  return ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutMechanism("igc", "IGC"),
       PutMechanism("sacm", "SACM"), PutRound("2016", kForm),
       PutQuestionnaire("midsa", "2016", kAnswers),
       PutQuestionnaire("sacm", "2016", R"pb(
         answers { question_id: "4" state: ANSWER_STATE_ANSWERED }
         answers { question_id: "9Z" state: ANSWER_STATE_BLANK }
       )pb")});
}

std::vector<std::string> StatesOf(const v1::MechanismCompletion& mechanism) {
  std::vector<std::string> states;
  for (const auto& cell : mechanism.cells())
    states.push_back(
        absl::StrCat(cell.question_id(), " ",
                     v1::CompletionState_Name(cell.state()).substr(17)));
  return states;
}

int CellCountOf(const v1::CompletionCounts& counts) {
  return counts.answered_count() + counts.not_applicable_count() +
         counts.nothing_to_report_count() + counts.blank_count() +
         counts.cross_reference_count() + counts.negative_statement_count() +
         counts.not_shown_count() + counts.no_questionnaire_count() +
         counts.unspecified_count();
}

TEST(CompletionAnswer, EveryQuestionToEveryMechanismIsACell) {
  const v1::Completion completion = Answer(SomeState());

  ASSERT_EQ(completion.mechanisms_size(), 3);
  EXPECT_EQ(completion.mechanisms(0).mechanism(), "mechanisms/igc");
  EXPECT_EQ(completion.mechanisms(0).display_name(), "IGC");
  EXPECT_THAT(StatesOf(completion.mechanisms(0)),
              ElementsAre("1 NO_QUESTIONNAIRE", "2A NO_QUESTIONNAIRE",
                          "4 NO_QUESTIONNAIRE"));
  EXPECT_THAT(StatesOf(completion.mechanisms(1)),
              ElementsAre("1 ANSWERED", "2A BLANK", "4 NOT_APPLICABLE"));
  EXPECT_THAT(
      StatesOf(completion.mechanisms(2)),
      ElementsAre("1 NOT_SHOWN", "2A NOT_SHOWN", "4 ANSWERED", "9Z BLANK"));
}

TEST(CompletionAnswer, WhoHasNotAnsweredIsNamed) {
  const v1::Completion completion = Answer(SomeState());

  EXPECT_EQ(completion.questionnaire_count(), 2);
  EXPECT_THAT(completion.absent_mechanisms(), ElementsAre("mechanisms/igc"));
  EXPECT_FALSE(completion.mechanisms(0).has_questionnaire());
  EXPECT_TRUE(completion.mechanisms(1).has_questionnaire());
  ASSERT_EQ(completion.questions_size(), 4);
  EXPECT_THAT(completion.questions(0).silent_mechanisms(),
              ElementsAre("mechanisms/sacm"));
  EXPECT_THAT(completion.questions(1).silent_mechanisms(),
              ElementsAre("mechanisms/midsa", "mechanisms/sacm"));
  EXPECT_THAT(completion.questions(2).silent_mechanisms(), IsEmpty());
}

TEST(CompletionAnswer, CountsOfQuestionsAndOfMechanismsAreThoseOfAll) {
  const v1::Completion completion = Answer(SomeState());

  int of_questions = 0, of_mechanisms = 0, blank_of_questions = 0;
  for (const auto& question : completion.questions()) {
    of_questions += CellCountOf(question.counts());
    blank_of_questions += question.counts().blank_count();
  }
  for (const auto& mechanism : completion.mechanisms()) {
    of_mechanisms += CellCountOf(mechanism.counts());
    EXPECT_EQ(CellCountOf(mechanism.counts()), mechanism.cells_size());
  }
  EXPECT_EQ(CellCountOf(completion.counts()), 10);
  EXPECT_EQ(of_questions, 10);
  EXPECT_EQ(of_mechanisms, 10);
  EXPECT_EQ(completion.counts().blank_count(), 2);
  EXPECT_EQ(blank_of_questions, 2);
  EXPECT_EQ(completion.counts().no_questionnaire_count(), 3);
  EXPECT_EQ(completion.counts().not_shown_count(), 2);
  EXPECT_EQ(completion.questions(2).counts().answered_count(), 1);
}

TEST(CompletionAnswer, QuestionThatTheFormLacksHasCellsOnlyWhereItIsShown) {
  const v1::Completion completion = Answer(SomeState());

  EXPECT_EQ(completion.questions(0).title(), "Main activities");
  EXPECT_TRUE(completion.questions(2).in_form());
  const v1::QuestionCompletion& other = completion.questions(3);
  EXPECT_EQ(other.question_id(), "9Z");
  EXPECT_FALSE(other.in_form());
  EXPECT_EQ(CellCountOf(other.counts()), 1);
  EXPECT_THAT(other.silent_mechanisms(), ElementsAre("mechanisms/sacm"));
}

TEST(CompletionAnswer, WaysOfNotAnsweringStayApart) {
  const Projections state = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", ""),
       PutQuestionnaire("midsa", "2016", R"pb(
         answers { question_id: "1" state: ANSWER_STATE_ANSWERED }
         answers { question_id: "2" state: ANSWER_STATE_NOT_APPLICABLE }
         answers { question_id: "3" state: ANSWER_STATE_NOTHING_TO_REPORT }
         answers { question_id: "4" state: ANSWER_STATE_BLANK }
         answers { question_id: "5" state: ANSWER_STATE_CROSS_REFERENCE }
         answers { question_id: "6" state: ANSWER_STATE_NEGATIVE_STATEMENT }
       )pb")});

  const v1::Completion completion = Answer(state);

  EXPECT_THAT(
      StatesOf(completion.mechanisms(0)),
      ElementsAre("1 ANSWERED", "2 NOT_APPLICABLE", "3 NOTHING_TO_REPORT",
                  "4 BLANK", "5 CROSS_REFERENCE", "6 NEGATIVE_STATEMENT"));
  EXPECT_EQ(completion.counts().answered_count(), 1);
  EXPECT_EQ(completion.counts().not_applicable_count(), 1);
  EXPECT_EQ(completion.counts().nothing_to_report_count(), 1);
  EXPECT_EQ(completion.counts().blank_count(), 1);
  EXPECT_EQ(completion.counts().cross_reference_count(), 1);
  EXPECT_EQ(completion.counts().negative_statement_count(), 1);
}

// Two texts of one state are still two ways of not answering.
TEST(CompletionAnswer, CellSaysTheWordsAndWhoReadThem) {
  const v1::MechanismCompletion mechanism = Answer(SomeState()).mechanisms(1);

  EXPECT_EQ(mechanism.cells(0).text(), "");
  EXPECT_EQ(mechanism.cells(2).text(), "n. a.");
  EXPECT_EQ(mechanism.cells(2).state_origin(), registry::v1::ORIGIN_EXTRACTED);
}

TEST(CompletionAnswer, StateOfALaterReleaseIsNoOther) {
  auto questionnaire = PutQuestionnaire("midsa", "2016", kAnswers);
  questionnaire.mutable_record()
      ->mutable_questionnaire()
      ->mutable_answers(0)
      ->set_state(static_cast<registry::v1::AnswerState>(99));
  const Projections state = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", kForm), questionnaire});

  const v1::Completion completion = Answer(state);

  EXPECT_EQ(completion.mechanisms(0).cells(0).state(),
            v1::COMPLETION_STATE_UNSPECIFIED);
  EXPECT_EQ(completion.counts().unspecified_count(), 1);
}

TEST(CompletionAnswer, OneMechanismAloneIsSelectedAndCounted) {
  const v1::Completion completion = Answer(SomeState(), "midsa");

  ASSERT_EQ(completion.mechanisms_size(), 1);
  EXPECT_EQ(completion.questions_size(), 3);
  EXPECT_EQ(CellCountOf(completion.counts()), 3);
  EXPECT_EQ(completion.questionnaire_count(), 1);
  EXPECT_THAT(completion.absent_mechanisms(), IsEmpty());
  EXPECT_THAT(Answer(SomeState(), "igc").absent_mechanisms(),
              ElementsAre("mechanisms/igc"));
}

TEST(CompletionAnswer, DueDayIsThatOfTheRound) {
  auto round = PutRound("2016", kForm);
  round.mutable_record()->mutable_round()->set_due_day("2016-09-30");

  EXPECT_EQ(Answer(ProjectionsOf({round})).due_day(), "2016-09-30");
  EXPECT_EQ(Answer(ProjectionsOf({round})).round(), "rounds/2016");
}

TEST(CompletionAnswer, DeletedRecordsDoNotCountUntilUndeleted) {
  const auto midsa = PutMechanism("midsa", "MIDSA");
  const auto round = PutRound("2016", kForm);
  const auto filled = PutQuestionnaire("midsa", "2016", kAnswers);

  const auto deleted = ProjectionsOf({midsa, round, filled, Deleted(filled)});
  const auto back =
      ProjectionsOf({midsa, round, filled, Deleted(filled), Undeleted(filled)});
  const auto gone = ProjectionsOf({midsa, round, filled, Deleted(midsa)});

  EXPECT_EQ(Answer(deleted).counts().no_questionnaire_count(), 3);
  EXPECT_EQ(Answer(back).counts().answered_count(), 1);
  EXPECT_EQ(CellCountOf(Answer(gone).counts()), 0);
}

TEST(CompletionAnswer, UnknownRoundOrMechanismIsNotFound) {
  const Projections state = SomeState();

  const auto no_round =
      AnswerCompletion(state.directory, state.answers,
                       {*RoundName::FromId("2017"), std::nullopt});
  const auto no_mechanism = AnswerCompletion(
      state.directory, state.answers,
      {*RoundName::FromId("2016"), *MechanismName::FromId("rcm")});

  EXPECT_EQ(ReasonOf(no_round.status()), "RECORD_NOT_FOUND");
  EXPECT_EQ(ReasonOf(no_mechanism.status()), "RECORD_NOT_FOUND");
}

TEST(CompletionAnswer, TooManyBytesAreRefused) {
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", "")};
  const std::string name(kAnswerBytesMax / 60, 'a');
  for (int i = 0; i < 61; ++i)
    records.push_back(PutMechanism(absl::StrCat("m", i), name));
  const Projections state = ProjectionsOf(std::move(records));

  const auto all = AnswerCompletion(state.directory, state.answers,
                                    {*RoundName::FromId("2016"), std::nullopt});

  EXPECT_EQ(all.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
  EXPECT_EQ(Answer(state, "m1").mechanisms_size(), 1);
}

}  // namespace
}  // namespace compendium::reporting
