// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/coverage_answer.h"

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

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr absl::string_view kForm = R"pb(
  questions { id: "1" }
  questions { id: "2C" asks_for_claims: true }
  questions { id: "3A" asks_for_claims: true }
)pb";

constexpr absl::string_view kTwoClaims = R"pb(
  answers { question_id: "2C" state: ANSWER_STATE_ANSWERED }
  answers { question_id: "3A" state: ANSWER_STATE_BLANK }
  claims {
    framework: "sdg"
    code: "10.7"
    strength: CLAIM_STRENGTH_EXPLICIT
    origin: ORIGIN_EXTRACTED
    evidence { question_id: "2C" begin_byte: 3 end_byte: 7 quote: "10.7" }
  }
  claims {
    framework: "sdg"
    code: "10"
    strength: CLAIM_STRENGTH_POSSIBLE
    evidence { question_id: "2C" quote: "goal 10" }
  }
)pb";

v1::Coverage Answer(const Projections& state, absl::string_view framework,
                    absl::string_view mechanism = "") {
  std::optional<MechanismName> name;
  if (!mechanism.empty()) name = *MechanismName::FromId(mechanism);
  const absl::StatusOr<v1::Coverage> coverage = AnswerCoverage(
      state.directory, state.answers,
      {*RoundName::FromId("2016"), *FindFramework(framework), name});
  EXPECT_TRUE(coverage.ok()) << coverage.status();
  return coverage.ok() ? *coverage : v1::Coverage();
}

std::vector<std::string> CodesOf(const v1::Coverage& coverage) {
  std::vector<std::string> codes;
  for (const auto& node : coverage.nodes()) codes.push_back(node.code());
  return codes;
}

Projections OneQuestionnaire(absl::string_view content) {
  return ProjectionsOf({PutMechanism("midsa", "MIDSA"), PutRound("2016", kForm),
                        PutQuestionnaire("midsa", "2016", content)});
}

v1::MechanismCoverage VerdictsFor(absl::string_view content) {
  return Answer(OneQuestionnaire(content), "sdg").mechanisms(0);
}

TEST(CoverageAnswer, KeepsGoalsApartFromTargetsInFrameworkOrder) {
  const v1::Coverage coverage = Answer(OneQuestionnaire(kTwoClaims), "sdg");

  EXPECT_EQ(coverage.round(), "rounds/2016");
  EXPECT_EQ(coverage.framework_version(), "2015");
  EXPECT_EQ(coverage.claim_count(), 2);
  EXPECT_THAT(CodesOf(coverage), ElementsAre("10", "10.7"));
  EXPECT_EQ(coverage.nodes(0).level(), v1::NODE_LEVEL_GOAL);
  EXPECT_EQ(coverage.nodes(1).level(), v1::NODE_LEVEL_TARGET);
  EXPECT_EQ(coverage.nodes(1).parent_code(), "10");
  EXPECT_EQ(coverage.unclaimed_codes_size(), 17 + 169 - 2);
  EXPECT_THAT(coverage.unclaimed_codes(), Not(Contains("10.7")));
}

TEST(CoverageAnswer, CellLeadsToTheSentence) {
  const v1::Coverage coverage = Answer(OneQuestionnaire(kTwoClaims), "sdg");

  const v1::NodeCoverage& node = coverage.nodes(1);
  EXPECT_EQ(node.claim_count(), 1);
  ASSERT_EQ(node.cells_size(), 1);
  EXPECT_EQ(node.cells(0).mechanism(), "mechanisms/midsa");
  ASSERT_EQ(node.cells(0).claims_size(), 1);
  const v1::CoverageClaim& claim = node.cells(0).claims(0);
  EXPECT_EQ(claim.question_id(), "2C");
  EXPECT_EQ(claim.strength(), registry::v1::CLAIM_STRENGTH_EXPLICIT);
  EXPECT_EQ(claim.origin(), registry::v1::ORIGIN_EXTRACTED);
  EXPECT_EQ(claim.evidence().quote(), "10.7");
  EXPECT_EQ(claim.evidence().begin_byte(), 3);
}

TEST(CoverageAnswer, SameTargetUnderTwoQuestionsIsTwoClaims) {
  const v1::Coverage coverage = Answer(OneQuestionnaire(R"pb(
                                         claims {
                                           framework: "sdg"
                                           code: "16.2"
                                           evidence { question_id: "2C" }
                                         }
                                         claims {
                                           framework: "sdg"
                                           code: "16.2"
                                           evidence { question_id: "3A" }
                                         }
                                       )pb"),
                                       "sdg");

  ASSERT_EQ(coverage.nodes_size(), 1);
  EXPECT_EQ(coverage.nodes(0).claim_count(), 2);
  ASSERT_EQ(coverage.nodes(0).cells_size(), 1);
  EXPECT_EQ(coverage.nodes(0).cells(0).claims(0).question_id(), "2C");
  EXPECT_EQ(coverage.nodes(0).cells(0).claims(1).question_id(), "3A");
}

TEST(CoverageAnswer, MechanismSaysHowEachQuestionWasAnswered) {
  const v1::MechanismCoverage mechanism = VerdictsFor(kTwoClaims);

  EXPECT_EQ(mechanism.display_name(), "MIDSA");
  EXPECT_EQ(mechanism.verdict(), v1::COVERAGE_VERDICT_CLAIMED);
  EXPECT_EQ(mechanism.claim_count(), 2);
  ASSERT_EQ(mechanism.questions_size(), 2);
  EXPECT_EQ(mechanism.questions(0).question_id(), "2C");
  EXPECT_EQ(mechanism.questions(0).verdict(), v1::COVERAGE_VERDICT_CLAIMED);
  EXPECT_EQ(mechanism.questions(0).claim_count(), 2);
  EXPECT_EQ(mechanism.questions(1).question_id(), "3A");
  EXPECT_EQ(mechanism.questions(1).state(), registry::v1::ANSWER_STATE_BLANK);
  EXPECT_EQ(mechanism.questions(1).verdict(), v1::COVERAGE_VERDICT_NO_ANSWER);
}

TEST(CoverageAnswer, EveryWayOfNamingNothingIsAnsweredNone) {
  for (const absl::string_view state :
       {"ANSWERED", "NOT_APPLICABLE", "NOTHING_TO_REPORT",
        "NEGATIVE_STATEMENT"}) {
    const v1::MechanismCoverage mechanism = VerdictsFor(absl::StrCat(
        "answers { question_id: '2C' state: ANSWER_STATE_", state, " }"));

    EXPECT_EQ(mechanism.verdict(), v1::COVERAGE_VERDICT_ANSWERED_NONE) << state;
    EXPECT_EQ(mechanism.questions(0).verdict(),
              v1::COVERAGE_VERDICT_ANSWERED_NONE);
    EXPECT_EQ(mechanism.questions(1).verdict(), v1::COVERAGE_VERDICT_NO_ANSWER);
  }
}

TEST(CoverageAnswer, StateTellsTheWaysOfNamingNothingApart) {
  const v1::MechanismCoverage mechanism = VerdictsFor(
      R"pb(answers { question_id: "2C" state: ANSWER_STATE_NOT_APPLICABLE }
           answers { question_id: "3A" state: ANSWER_STATE_NOTHING_TO_REPORT }
      )pb");

  EXPECT_EQ(mechanism.questions(0).state(),
            registry::v1::ANSWER_STATE_NOT_APPLICABLE);
  EXPECT_EQ(mechanism.questions(1).state(),
            registry::v1::ANSWER_STATE_NOTHING_TO_REPORT);
}

TEST(CoverageAnswer, CrossReferenceIsNeitherAnAnswerNorNone) {
  const v1::MechanismCoverage refers = VerdictsFor(
      R"pb(answers { question_id: "2C" state: ANSWER_STATE_CROSS_REFERENCE }
      )pb");
  const v1::MechanismCoverage none = VerdictsFor(
      R"pb(answers { question_id: "2C" state: ANSWER_STATE_CROSS_REFERENCE }
           answers { question_id: "3A" state: ANSWER_STATE_ANSWERED }
      )pb");
  const v1::MechanismCoverage claimed = VerdictsFor(
      R"pb(answers { question_id: "2C" state: ANSWER_STATE_CROSS_REFERENCE }
           claims {
             framework: "sdg"
             code: "5"
             evidence { question_id: "2C" }
           }
      )pb");

  EXPECT_EQ(refers.verdict(), v1::COVERAGE_VERDICT_REFERS_ELSEWHERE);
  EXPECT_EQ(refers.questions(0).verdict(),
            v1::COVERAGE_VERDICT_REFERS_ELSEWHERE);
  EXPECT_EQ(none.verdict(), v1::COVERAGE_VERDICT_ANSWERED_NONE);
  EXPECT_EQ(claimed.verdict(), v1::COVERAGE_VERDICT_CLAIMED);
  EXPECT_EQ(claimed.questions(0).verdict(), v1::COVERAGE_VERDICT_CLAIMED);
}

TEST(CoverageAnswer, TooManyBytesAreRefused) {
  std::vector<registry::v1::RecordChange> records = {PutRound("2016", kForm)};
  const std::string quote(kAnswerBytesMax / 60, 'a');
  for (int i = 0; i < 61; ++i) {
    const std::string mechanism = absl::StrCat("m", i);
    records.push_back(PutMechanism(mechanism, "Name"));
    records.push_back(PutQuestionnaire(mechanism, "2016", kTwoClaims));
    records.back()
        .mutable_record()
        ->mutable_questionnaire()
        ->mutable_claims(0)
        ->mutable_evidence()
        ->set_quote(quote);
  }
  const Projections state = ProjectionsOf(std::move(records));

  const auto all = AnswerCoverage(
      state.directory, state.answers,
      {*RoundName::FromId("2016"), *FindFramework("sdg"), std::nullopt});

  EXPECT_EQ(all.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(ReasonOf(all.status()), "ANSWER_TOO_LARGE");
  EXPECT_EQ(Answer(state, "sdg", "m1").claim_count(), 2);
}

TEST(CoverageAnswer, BlankOrNotShownIsNoAnswer) {
  const v1::MechanismCoverage mechanism = VerdictsFor(
      R"pb(answers { question_id: "1" state: ANSWER_STATE_ANSWERED }
           answers { question_id: "2C" state: ANSWER_STATE_BLANK })pb");

  EXPECT_EQ(mechanism.verdict(), v1::COVERAGE_VERDICT_NO_ANSWER);
  ASSERT_EQ(mechanism.questions_size(), 2);
  EXPECT_EQ(mechanism.questions(1).state(),
            registry::v1::ANSWER_STATE_UNSPECIFIED);
  EXPECT_EQ(mechanism.questions(1).verdict(), v1::COVERAGE_VERDICT_NO_ANSWER);
}

TEST(CoverageAnswer, QuestionThatHoldsAClaimIsShownThoughItDoesNotAsk) {
  const v1::MechanismCoverage mechanism =
      VerdictsFor(R"pb(claims {
                         framework: "sdg"
                         code: "5"
                         evidence { question_id: "1" }
                       }
                       claims {
                         framework: "sdg"
                         code: "8"
                         evidence { question_id: "9Z" }
                       })pb");

  std::vector<std::string> ids;
  for (const auto& question : mechanism.questions())
    ids.push_back(question.question_id());
  EXPECT_THAT(ids, ElementsAre("1", "2C", "3A", "9Z"));
}

TEST(CoverageAnswer, MechanismWithoutQuestionnaireIsListed) {
  const v1::Coverage coverage = Answer(
      ProjectionsOf({PutMechanism("midsa", "MIDSA"), PutRound("2016", kForm),
                     PutMechanism("bali-process", "Bali Process")}),
      "sdg");

  ASSERT_EQ(coverage.mechanisms_size(), 2);
  EXPECT_EQ(coverage.mechanisms(0).mechanism(), "mechanisms/bali-process");
  EXPECT_EQ(coverage.mechanisms(0).verdict(),
            v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE);
  EXPECT_EQ(coverage.mechanisms(0).questions_size(), 0);
}

TEST(CoverageAnswer, IomCoreIsAViewOfSdgClaims) {
  const v1::Coverage coverage =
      Answer(OneQuestionnaire(kTwoClaims), "iom-core");

  EXPECT_THAT(CodesOf(coverage), ElementsAre("10.7"));
  EXPECT_EQ(coverage.unclaimed_codes_size(), 7);
  EXPECT_EQ(coverage.claim_count(), 1);
  EXPECT_EQ(coverage.mechanisms(0).claim_count(), 1);
}

TEST(CoverageAnswer, GcmHasClaimsOfItsOwn) {
  const Projections state = OneQuestionnaire(
      R"pb(answers { question_id: "2C" state: ANSWER_STATE_ANSWERED }
           claims {
             framework: "gcm"
             code: "10"
             evidence { question_id: "3A" }
           }
      )pb");

  EXPECT_THAT(CodesOf(Answer(state, "gcm")), ElementsAre("10"));
  EXPECT_EQ(Answer(state, "gcm").nodes(0).level(), v1::NODE_LEVEL_OBJECTIVE);
  EXPECT_THAT(CodesOf(Answer(state, "sdg")), IsEmpty());
  EXPECT_EQ(Answer(state, "sdg").mechanisms(0).verdict(),
            v1::COVERAGE_VERDICT_ANSWERED_NONE);
}

TEST(CoverageAnswer, OneMechanismAloneIsSelected) {
  const Projections state = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutMechanism("rcm", "RCM"),
       PutRound("2016", kForm), PutQuestionnaire("midsa", "2016", kTwoClaims),
       PutQuestionnaire("rcm", "2016", kTwoClaims)});

  const v1::Coverage coverage = Answer(state, "sdg", "rcm");

  EXPECT_EQ(coverage.claim_count(), 2);
  ASSERT_EQ(coverage.mechanisms_size(), 1);
  EXPECT_EQ(coverage.nodes(0).cells_size(), 1);
  EXPECT_EQ(Answer(state, "sdg").nodes(0).cells_size(), 2);
}

TEST(CoverageAnswer, DeletedRecordsDoNotCountUntilUndeleted) {
  const auto midsa = PutMechanism("midsa", "MIDSA");
  const auto round = PutRound("2016", kForm);
  const auto filled = PutQuestionnaire("midsa", "2016", kTwoClaims);

  const auto deleted = ProjectionsOf({midsa, round, filled, Deleted(filled)});
  const auto back =
      ProjectionsOf({midsa, round, filled, Deleted(filled), Undeleted(filled)});
  const auto gone = ProjectionsOf({midsa, round, filled, Deleted(midsa)});

  EXPECT_EQ(Answer(deleted, "sdg").claim_count(), 0);
  EXPECT_EQ(Answer(deleted, "sdg").mechanisms(0).verdict(),
            v1::COVERAGE_VERDICT_NO_QUESTIONNAIRE);
  EXPECT_EQ(Answer(back, "sdg").claim_count(), 2);
  EXPECT_EQ(Answer(gone, "sdg").claim_count(), 0);
  EXPECT_EQ(Answer(gone, "sdg").mechanisms_size(), 0);
}

TEST(CoverageAnswer, LaterChangeOfTheFormIsReflected) {
  const Projections state = ProjectionsOf(
      {PutMechanism("midsa", "MIDSA"), PutRound("2016", kForm),
       PutQuestionnaire("midsa", "2016", kTwoClaims),
       PutRound("2016", "questions { id: '2C' asks_for_claims: true }")});

  EXPECT_EQ(Answer(state, "sdg").mechanisms(0).questions_size(), 1);
}

TEST(CoverageAnswer, UnknownRoundOrMechanismIsNotFound) {
  const Projections state = OneQuestionnaire(kTwoClaims);
  const Framework& sdg = *FindFramework("sdg");

  const auto no_round =
      AnswerCoverage(state.directory, state.answers,
                     {*RoundName::FromId("2017"), sdg, std::nullopt});
  const auto no_mechanism = AnswerCoverage(
      state.directory, state.answers,
      {*RoundName::FromId("2016"), sdg, *MechanismName::FromId("igc")});

  EXPECT_EQ(no_round.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(no_mechanism.status().code(), absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace compendium::reporting
