// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/projection/findings_answer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/findings/find_findings.h"
#include "lib/request/error_details.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using registry::v1::Decision;
using registry::v1::Finding;
using registry::v1::RecordChange;
using testing::ElementsAre;

constexpr char kForm[] = "questions { id: '2' } questions { id: '2C' }";

// A planned meeting of May, a claim of three goals where two are counted, and
// no answer to 2C.
RecordChange PutPorts(const std::string& mechanism, const std::string& days) {
  return PutQuestionnaire(
      mechanism, "2016",
      absl::StrCat(
          R"pb(
            title: "Forum"
            answers {
              question_id: "2"
              state: ANSWER_STATE_ANSWERED
              text: "Conference of harbour pilots; see 31 November 2016"
            }
            meetings { id: "i1" title: "Conference of harbour pilots"
                       city: "Riga"
                       status: MEETING_STATUS_PLANNED
                       evidence {
                         question_id: "2"
                         end_byte: 28
                         quote: "Conference of harbour pilots"
                       }
                       date { as_written: ")pb",
          days, "\" edtf: \"", days, "\" } }"));
}

RecordChange PutRound2016(const std::string& due_day) {
  RecordChange change = PutRound("2016", kForm);
  change.mutable_record()->mutable_round()->set_due_day(due_day);
  return change;
}

std::vector<RecordChange> SomeRecords() {
  return {PutMechanism("ports", "Ports"), PutMechanism("piers", "Piers"),
          PutRound2016("2016-10-01"), PutPorts("ports", "2016-05-04"),
          PutPorts("piers", "2016-05-06")};
}

v1::Findings Answer(const std::vector<RecordChange>& records,
                    FindingsQuery query = {*RoundName::FromId("2016")}) {
  auto answer = AnswerFindings(ProjectionsOf(records), query);
  EXPECT_TRUE(answer.ok()) << answer.status();
  return answer.ok() ? *answer : v1::Findings();
}

// "ports impossible-date" for each finding.
std::vector<std::string> WordsOf(const v1::Findings& findings) {
  std::vector<std::string> words;
  for (const Finding& finding : findings.findings()) {
    const auto name = QuestionnaireName::Parse(finding.subject());
    words.push_back(
        absl::StrCat(name.ok() ? name->mechanism().id() : finding.subject(),
                     " ", finding.check()));
  }
  return words;
}

TEST(AnswerFindings, TellsThoseOfQuestionnairesAndOfTheRound) {
  const v1::Findings findings = Answer(SomeRecords());

  EXPECT_EQ(findings.round(), "rounds/2016");
  EXPECT_EQ(findings.rules_version(), kFindingRulesVersion);
  EXPECT_THAT(WordsOf(findings),
              ElementsAre("piers impossible-date", "piers planned-past",
                          "piers missing-question", "ports impossible-date",
                          "ports planned-past", "ports missing-question",
                          "rounds/2016 round-event-dates"));
  EXPECT_EQ(findings.counts().finding_count(), 7);
  EXPECT_EQ(findings.counts().warning_count(), 5);
  EXPECT_EQ(findings.counts().note_count(), 2);
  EXPECT_EQ(findings.counts().open_count(), 7);
}

TEST(AnswerFindings, AreThoseThatTheRecordsHaveAtOnce) {
  const std::vector<RecordChange> records = SomeRecords();
  const auto& round = records[2].record().round();
  const registry::v1::Questionnaire questionnaires[] = {
      records[4].record().questionnaire(), records[3].record().questionnaire()};
  std::vector<Finding> want;
  for (const auto& questionnaire : questionnaires)
    for (Finding& finding : FindFindings(questionnaire, OptionsOf(round)))
      want.push_back(std::move(finding));
  for (Finding& finding : FindRoundFindings(questionnaires, round))
    want.push_back(std::move(finding));

  const v1::Findings findings = Answer(records);

  ASSERT_EQ(findings.findings_size(), static_cast<int>(want.size()));
  for (size_t i = 0; i < want.size(); ++i)
    EXPECT_EQ(findings.findings(static_cast<int>(i)).ShortDebugString(),
              want[i].ShortDebugString());
}

TEST(AnswerFindings, RoundThatChangesIsHeldAgainstWhatIsKept) {
  std::vector<RecordChange> records = SomeRecords();
  records.push_back(PutRound("2016", "questions { id: '2' }"));
  records.back().mutable_record()->mutable_round()->set_due_day("2016-05-05");

  EXPECT_THAT(
      WordsOf(Answer(records)),
      ElementsAre("piers impossible-date", "ports impossible-date",
                  "ports planned-past", "rounds/2016 round-event-dates"));
}

TEST(AnswerFindings, EvidenceThatQuotesNothingIsNotQuoted) {
  std::vector<RecordChange> records = SomeRecords();
  records[3]
      .mutable_record()
      ->mutable_questionnaire()
      ->mutable_meetings(0)
      ->mutable_evidence()
      ->set_quote("Conference of harbor pilots!");

  const v1::Findings findings =
      Answer(records, {.round = *RoundName::FromId("2016"),
                       .mechanism = *MechanismName::FromId("ports"),
                       .check = "planned-past"});

  ASSERT_EQ(findings.findings_size(), 1);
  EXPECT_EQ(findings.findings(0).evidence(0).evidence().question_id(), "2");
  EXPECT_EQ(findings.findings(0).evidence(0).evidence().quote(), "");
}

TEST(AnswerFindings, FiltersSelect) {
  const RoundName round = *RoundName::FromId("2016");
  const auto records = SomeRecords();

  EXPECT_THAT(
      WordsOf(Answer(records, {.round = round,
                               .mechanism = *MechanismName::FromId("ports")})),
      ElementsAre("ports impossible-date", "ports planned-past",
                  "ports missing-question", "rounds/2016 round-event-dates"));
  EXPECT_THAT(
      WordsOf(Answer(records, {.round = round, .check = "planned-past"})),
      ElementsAre("piers planned-past", "ports planned-past"));
  EXPECT_EQ(
      Answer(records, {.round = round,
                       .severity_min = registry::v1::FINDING_SEVERITY_WARNING})
          .counts()
          .finding_count(),
      5);
}

TEST(AnswerFindings, DecisionsAreTold) {
  std::vector<RecordChange> records = SomeRecords();
  const v1::Findings open = Answer(records);
  const auto decide = [](const std::string& id, auto& record) {
    Decision& decision = *record.add_decisions();
    decision.set_id(id);
    decision.set_verdict(registry::v1::VERDICT_DISMISSED);
    decision.set_reason("they told us");
  };
  auto& ports = *records[3].mutable_record()->mutable_questionnaire();
  decide(open.findings(3).id(), ports);
  decide(open.findings(4).id(), ports);
  decide(open.findings(6).id(), *records[2].mutable_record()->mutable_round());

  const RoundName round = *RoundName::FromId("2016");
  EXPECT_THAT(WordsOf(Answer(records, {.round = round,
                                       .state = v1::FINDING_STATE_DECIDED})),
              ElementsAre("ports impossible-date", "ports planned-past",
                          "rounds/2016 round-event-dates"));
  EXPECT_EQ(Answer(records, {.round = round, .state = v1::FINDING_STATE_OPEN})
                .findings_size(),
            4);
  EXPECT_EQ(Answer(records).counts().decided_count(), 3);
}

TEST(AnswerFindings, WhatIsDeletedHasNone) {
  std::vector<RecordChange> records = SomeRecords();
  records.push_back(Deleted(records[3]));

  EXPECT_THAT(WordsOf(Answer(records)),
              ElementsAre("piers impossible-date", "piers planned-past",
                          "piers missing-question"));
  records.push_back(Deleted(records[1]));
  EXPECT_EQ(Answer(records).findings_size(), 0);
}

TEST(AnswerFindings, RecordsThatDoNotExistAreNotFound) {
  const auto state = ProjectionsOf(SomeRecords());

  EXPECT_EQ(AnswerFindings(state, {.round = *RoundName::FromId("1999")})
                .status()
                .code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(
      ReasonOf(AnswerFindings(state, {.round = *RoundName::FromId("2016"),
                                      .mechanism = *MechanismName::FromId("x")})
                   .status()),
      "RECORD_NOT_FOUND");
}

TEST(AnswerFindings, RestoredStateTellsTheSame) {
  const Projections state = ProjectionsOf(SomeRecords());
  Projections restored;
  ForEachSaved(state, [&](const SavedRecord& saved) {
    EXPECT_TRUE(
        Restore(saved.kind, CanonicalBytes(saved.message), restored).ok());
  });

  const auto answer = AnswerFindings(restored, {*RoundName::FromId("2016")});

  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->SerializeAsString(),
            Answer(SomeRecords()).SerializeAsString());
}

}  // namespace
}  // namespace compendium::reporting
