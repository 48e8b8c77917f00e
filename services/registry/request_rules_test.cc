// SPDX-License-Identifier: Apache-2.0
#include "services/registry/request_rules.h"

#include <gmock/gmock.h>
#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "lib/request/field_rules.h"
#include "services/registry/limits.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <class Record>
Record FromText(const std::string& text) {
  Record record;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &record));
  return record;
}

// A questionnaire with the answer "aé: 10.7" to question 2C and `rest`. The
// answer's é takes bytes 1 and 2.
v1::Questionnaire WithAnswer(const std::string& rest) {
  return FromText<v1::Questionnaire>(
      absl::StrCat("answers { question_id: '2C' state: ANSWER_STATE_ANSWERED "
                   "text: 'a\303\251: 10.7' }",
                   rest));
}

std::string Claim(const std::string& evidence) {
  return absl::StrCat(
      "claims { framework: 'sdg' code: '10.7' strength: "
      "CLAIM_STRENGTH_EXPLICIT origin: ORIGIN_EXTRACTED evidence {",
      evidence, "} }");
}

absl::Status Check(v1::Questionnaire questionnaire) {
  return CompleteQuestionnaire(questionnaire, "q");
}

TEST(CompleteQuestionnaire, TakesEvidenceThatQuotesItsAnswer) {
  EXPECT_EQ(Check(WithAnswer(Claim("question_id: '2C' begin_byte: 5 "
                                   "end_byte: 9 quote: '10.7'"))),
            absl::OkStatus());
  EXPECT_EQ(Check(WithAnswer(Claim("question_id: '2C' begin_byte: 9 "
                                   "end_byte: 9"))),
            absl::OkStatus());
}

TEST(CompleteQuestionnaire, RefusesEvidenceOfAnAnswerThatIsNotThere) {
  const absl::Status status = Check(WithAnswer(Claim("question_id: '3A'")));

  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("q.claims[0].evidence.question_id"));
}

TEST(CompleteQuestionnaire, RefusesEvidenceOutsideOfTheText) {
  for (const char* span :
       {"begin_byte: 5 end_byte: 10", "begin_byte: 6 end_byte: 5",
        "begin_byte: 10 end_byte: 11"}) {
    const absl::Status status =
        Check(WithAnswer(Claim(absl::StrCat("question_id: '2C' ", span))));

    EXPECT_THAT(FieldPathsOf(status),
                ElementsAre("q.claims[0].evidence.end_byte"))
        << span;
  }
}

TEST(CompleteQuestionnaire, RefusesEvidenceThatCutsACharacter) {
  const absl::Status begins_inside = Check(WithAnswer(
      Claim("question_id: '2C' begin_byte: 2 end_byte: 4 quote: '\\251:'")));
  const absl::Status ends_inside = Check(WithAnswer(
      Claim("question_id: '2C' begin_byte: 0 end_byte: 2 quote: 'a\\303'")));

  EXPECT_THAT(FieldPathsOf(begins_inside),
              ElementsAre("q.claims[0].evidence.begin_byte"));
  EXPECT_THAT(FieldPathsOf(ends_inside),
              ElementsAre("q.claims[0].evidence.end_byte"));
}

TEST(CompleteQuestionnaire, RefusesAQuoteThatIsNotTheText) {
  const absl::Status status = Check(WithAnswer(
      Claim("question_id: '2C' begin_byte: 5 end_byte: 9 quote: '10.8'")));

  EXPECT_THAT(FieldPathsOf(status), ElementsAre("q.claims[0].evidence.quote"));
}

TEST(CompleteQuestionnaire, ChecksTheEvidenceOfMeetings) {
  const absl::Status status =
      Check(WithAnswer("meetings { origin: ORIGIN_CURATED "
                       "evidence { question_id: '1' } }"));

  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("q.meetings[0].evidence.question_id"));
}

TEST(CompleteQuestionnaire, RefusesAQuestionAnsweredTwice) {
  const absl::Status status =
      Check(WithAnswer("answers { question_id: '2C' }"));

  EXPECT_THAT(FieldPathsOf(status), ElementsAre("q.answers[1].question_id"));
}

TEST(CompleteQuestionnaire, RefusesCodesThatTheFrameworkDoesNotHave) {
  const absl::Status unknown = Check(FromText<v1::Questionnaire>(
      "claims { framework: 'sdg' code: '18.1' origin: ORIGIN_CURATED }"));
  const absl::Status other_form = Check(FromText<v1::Questionnaire>(
      "claims { framework: 'sdg' code: '4.B' origin: ORIGIN_CURATED }"));
  const absl::Status no_framework = Check(FromText<v1::Questionnaire>(
      "claims { framework: 'xyz' code: '1' origin: ORIGIN_CURATED }"));

  EXPECT_THAT(FieldPathsOf(unknown), ElementsAre("q.claims[0].code"));
  EXPECT_THAT(FieldPathsOf(other_form), ElementsAre("q.claims[0].code"));
  EXPECT_THAT(std::string(other_form.message()), HasSubstr("\"4.b\""));
  EXPECT_THAT(FieldPathsOf(no_framework), ElementsAre("q.claims[0].framework"));
}

TEST(CompleteQuestionnaire, ThemesAreForFocusAreasAndNothingClaimsThem) {
  const absl::Status claimed = Check(FromText<v1::Questionnaire>(
      "claims { framework: 'themes' code: 'data' origin: ORIGIN_CURATED }"));
  const absl::Status told = Check(FromText<v1::Questionnaire>(R"pb(
    focus_areas { origin: ORIGIN_CURATED themes: "data" themes: "sea-shells" }
  )pb"));

  EXPECT_THAT(FieldPathsOf(claimed), ElementsAre("q.claims[0].framework"));
  EXPECT_THAT(FieldPathsOf(told), ElementsAre("q.focus_areas[0].themes[1]"));
}

TEST(CompleteQuestionnaire, RefusesItemsWithoutOrigin) {
  const absl::Status status = Check(FromText<v1::Questionnaire>(R"pb(
    participants { as_written: "Malawi" }
    focus_areas { as_written: "labour" }
    meetings { title: "a meeting" }
    claims { framework: "sdg" code: "10.7" }
  )pb"));

  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("q.participants[0].origin", "q.focus_areas[0].origin",
                          "q.meetings[0].origin", "q.claims[0].origin"));
}

TEST(CompleteQuestionnaire, SetsTheDaysThatFollowFromTheDate) {
  auto questionnaire = FromText<v1::Questionnaire>(R"pb(
    meetings {
      origin: ORIGIN_EXTRACTED
      date { edtf: "2016-12-08?/2016-12-09?" earliest_day: "1999-01-01" }
    }
    meetings {
      origin: ORIGIN_EXTRACTED
      date { edtf: "2016-02/.." latest_day: "1999-01-01" }
    }
    meetings {
      origin: ORIGIN_EXTRACTED
      date { as_written: "tbc" earliest_day: "1999-01-01" }
    }
  )pb");

  ASSERT_EQ(CompleteQuestionnaire(questionnaire, "q"), absl::OkStatus());

  EXPECT_EQ(questionnaire.meetings(0).date().earliest_day(), "2016-12-08");
  EXPECT_EQ(questionnaire.meetings(0).date().latest_day(), "2016-12-09");
  EXPECT_EQ(questionnaire.meetings(1).date().earliest_day(), "2016-02-01");
  EXPECT_EQ(questionnaire.meetings(1).date().latest_day(), "");
  EXPECT_EQ(questionnaire.meetings(2).date().earliest_day(), "");
}

TEST(CompleteQuestionnaire, RefusesADateThatIsNone) {
  const absl::Status status = Check(FromText<v1::Questionnaire>(
      "meetings { origin: ORIGIN_CURATED date { edtf: '2016-02-30' } }"));

  EXPECT_THAT(FieldPathsOf(status), ElementsAre("q.meetings[0].date.edtf"));
}

TEST(CompleteQuestionnaire, RefusesSpansThatEndBeforeTheyBegin) {
  const absl::Status status = Check(FromText<v1::Questionnaire>(R"pb(
    answers {
      question_id: "1"
      source_spans { begin_byte: 2 end_byte: 1 }
    }
    source_spans { begin_byte: 2 end_byte: 1 }
    remainders { span { begin_byte: 2 end_byte: 1 } }
  )pb"));

  EXPECT_THAT(FieldPathsOf(status),
              ElementsAre("q.answers[0].source_spans[0].end_byte",
                          "q.source_spans[0].end_byte",
                          "q.remainders[0].span.end_byte"));
}

TEST(CompleteQuestionnaire, NamesNoMoreProblemsThanAnErrorCarries) {
  v1::Questionnaire questionnaire;
  for (int i = 0; i < 100; ++i) questionnaire.add_claims();

  const absl::Status status = CompleteQuestionnaire(questionnaire, "q");

  EXPECT_EQ(FieldPathsOf(status).size(), FieldRules::kProblemCountMax);
}

TEST(CompleteMechanism, WantsCodesOfTheParticipantsKind) {
  auto mechanism = FromText<v1::Mechanism>(R"pb(
    participants {
      country_code: "MWI"
      kind: PARTICIPANT_KIND_STATE
      origin: ORIGIN_CURATED
    }
    participants {
      country_code: "HKG"
      kind: PARTICIPANT_KIND_TERRITORY
      origin: ORIGIN_CURATED
    }
    participants {
      as_written: "Kosovo*"
      kind: PARTICIPANT_KIND_OTHER_ENTITY
      origin: ORIGIN_CURATED
    }
  )pb");
  ASSERT_EQ(CompleteMechanism(mechanism, "m"), absl::OkStatus());

  mechanism.mutable_participants(0)->set_kind(v1::PARTICIPANT_KIND_TERRITORY);
  mechanism.mutable_participants(1)->set_kind(v1::PARTICIPANT_KIND_STATE);
  mechanism.mutable_participants(2)->set_country_code("SRB");

  EXPECT_THAT(FieldPathsOf(CompleteMechanism(mechanism, "m")),
              ElementsAre("m.participants[0].country_code",
                          "m.participants[1].country_code",
                          "m.participants[2].country_code"));
}

TEST(CompleteMechanism, RefusesAParticipantWithoutNameAndCode) {
  auto mechanism =
      FromText<v1::Mechanism>("participants { origin: ORIGIN_CURATED }");

  EXPECT_THAT(FieldPathsOf(CompleteMechanism(mechanism, "m")),
              ElementsAre("m.participants[0].as_written"));
}

TEST(CompleteRound, RefusesAQuestionIdUsedTwice) {
  auto round = FromText<v1::Round>(R"pb(
    form {
      questions { id: "1" }
      questions { id: "2" }
      questions { id: "1" }
    }
  )pb");

  EXPECT_THAT(FieldPathsOf(CompleteRound(round, "round")),
              ElementsAre("round.form.questions[2].id"));
}

TEST(CompleteRound, RefusesSpansThatEndBeforeTheyBegin) {
  auto round = FromText<v1::Round>(
      "documents { remainders { span { begin_byte: 2 end_byte: 1 } } }");

  EXPECT_THAT(FieldPathsOf(CompleteRound(round, "round")),
              ElementsAre("round.documents[0].remainders[0].span.end_byte"));
}

TEST(CheckRecordSize, RefusesMoreThanTheLimit) {
  EXPECT_EQ(CheckRecordSize(kRecordBytesMax), absl::OkStatus());
  const absl::Status status = CheckRecordSize(kRecordBytesMax + 1);
  EXPECT_TRUE(absl::IsResourceExhausted(status));
  EXPECT_EQ(ReasonOf(status), "RECORD_TOO_LARGE");
}

TEST(CheckUpdateName, WantsANameOfTheRecordsKind) {
  EXPECT_EQ(CheckUpdateName(RecordKind::kMechanism, "mechanisms/midsa"),
            absl::OkStatus());
  EXPECT_EQ(CheckUpdateName(RecordKind::kQuestionnaire,
                            "mechanisms/midsa/questionnaires/2016"),
            absl::OkStatus());
  for (const char* text : {"", "midsa", "rounds/2016", "mechanisms/M",
                           "mechanisms/midsa/questionnaires/2016"})
    EXPECT_THAT(FieldPathsOf(CheckUpdateName(RecordKind::kMechanism, text)),
                ElementsAre("mechanism.name"))
        << text;
}

TEST(CheckListParent, TakesAMechanismOrAll) {
  EXPECT_EQ(CheckListParent("mechanisms/-"), absl::OkStatus());
  EXPECT_EQ(CheckListParent("mechanisms/midsa"), absl::OkStatus());
  for (const char* text : {"", "mechanisms/", "rounds/2016", "mechanisms/--"})
    EXPECT_THAT(FieldPathsOf(CheckListParent(text)), ElementsAre("parent"))
        << text;
}

}  // namespace
}  // namespace compendium::registry
