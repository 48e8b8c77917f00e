// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/report/report_content.h"

#include <google/protobuf/text_format.h>
#include <google/protobuf/util/message_differencer.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/report/rule_set.h"
#include "lib/request/timestamp.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/report/fake_record_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using google::protobuf::util::MessageDifferencer;

constexpr char kForm[] =
    "questions { id: '1' title: 'Activities' } "
    "questions { id: '2C' title: 'SDGs' asks_for_claims: true }";

constexpr char kMidsa[] = R"pb(
  answers { question_id: "2C" state: ANSWER_STATE_ANSWERED text: "SDG 10.7" }
  participants {
    as_written: "Zambia"
    country_code: "ZMB"
    kind: PARTICIPANT_KIND_STATE
  }
  claims {
    framework: "sdg"
    code: "10.7"
    strength: CLAIM_STRENGTH_EXPLICIT
    evidence { question_id: "2C" begin_byte: 0 end_byte: 8 quote: "SDG 10.7" }
  }
  meetings {
    id: "m"
    title: "Forum"
    date {
      edtf: "2016-05-04"
      earliest_day: "2016-05-04"
      latest_day: "2016-05-04"
    }
    country_code: "ZMB"
  }
  projects { id: "p" title: "Ports" }
  publications { id: "b" title: "Atlas" }
)pb";

class ReportContentTest : public testing::Test {
 protected:
  ReportContentTest() {
    std::vector<registry::v1::RecordChange> changes = {
        PutMechanism("midsa", "MIDSA in full"),
        PutMechanism("a-b", "Hyphen first"),
        PutMechanism("a", "Letter alone"),
        PutMechanism("gone", "Deleted"),
        PutRound("2016", kForm),
        PutQuestionnaire("midsa", "2016", kMidsa),
        PutQuestionnaire("a", "2016", ""),
        PutQuestionnaire("a-b", "2016", ""),
        PutQuestionnaire("gone", "2016", "")};
    auto& round = *changes[4].mutable_record()->mutable_round();
    round.set_title("Round of 2016");
    round.add_documents()->add_remainders()->set_text("kept elsewhere");
    changes[0].mutable_record()->mutable_mechanism()->set_acronym("MIDSA");
    for (const auto& change : changes) {
      const auto& record = change.record();
      if (record.has_mechanism()) all_.mechanisms.push_back(record.mechanism());
      if (record.has_questionnaire())
        all_.questionnaires.push_back(record.questionnaire());
    }
    changes.push_back(Deleted(changes[3]));
    changes.back().set_name("mechanisms/gone");
    snapshot_.revision = 5;
    snapshot_.store_id = "store";
    snapshot_.hash = std::string(32, '\x0a');
    snapshot_.commit_time = absl::FromUnixSeconds(1'480'000'000);
    snapshot_.projections = ProjectionsOf(std::move(changes));
    records_ = std::make_unique<FakeRecordSource>(all_);
  }

  v1::ReportSpec Spec(v1::ReportKind kind, const std::string& round,
                      const std::string& mechanism = "") const {
    v1::ReportSpec spec;
    spec.set_kind(kind);
    spec.mutable_parameters()->set_round(round);
    spec.mutable_parameters()->set_mechanism(mechanism);
    spec.set_revision(5);
    spec.set_rule_set(std::string(kRuleSet));
    return spec;
  }

  v1::ReportContent Make(const v1::ReportSpec& spec) {
    auto content = MakeReportContent(snapshot_, *records_, spec);
    EXPECT_TRUE(content.ok()) << content.status();
    return content.ok() ? *std::move(content) : v1::ReportContent();
  }

  RoundRecords all_;
  Snapshot snapshot_;
  std::unique_ptr<FakeRecordSource> records_;
};

TEST_F(ReportContentTest, SaysWhatItWasMadeOf) {
  const v1::ReportSpec spec = Spec(v1::REPORT_KIND_COVERAGE, "rounds/2016");

  const v1::ReportContent content = Make(spec);

  EXPECT_TRUE(MessageDifferencer::Equals(content.spec(), spec));
  EXPECT_EQ(ToTime(content.revision_time()), snapshot_.commit_time);
  EXPECT_EQ(content.store_id(), "store");
  EXPECT_EQ(content.revision_hash().substr(0, 6), "0a0a0a");
  EXPECT_EQ(content.revision_hash().size(), 64u);
  EXPECT_EQ(content.round().title(), "Round of 2016");
  EXPECT_EQ(content.round().form().questions_size(), 2);
  EXPECT_EQ(content.round().documents_size(), 0);
  ASSERT_EQ(content.mechanisms_size(), 3);
  EXPECT_EQ(content.mechanisms(0).name(), "mechanisms/a");
  EXPECT_EQ(content.mechanisms(1).name(), "mechanisms/a-b");
  EXPECT_EQ(content.mechanisms(2).display_name(), "MIDSA in full");
  EXPECT_EQ(content.mechanisms(2).acronym(), "MIDSA");
}

TEST_F(ReportContentTest, FiguresAreThoseOfTheAnswers) {
  const v1::ReportContent content =
      Make(Spec(v1::REPORT_KIND_COVERAGE, "rounds/2016", "mechanisms/midsa"));

  const auto answer = AnswerCoverage(
      snapshot_.projections.directory, snapshot_.projections.answers,
      CoverageQuery{*RoundName::Parse("rounds/2016"), *FindFramework("sdg"),
                    *MechanismName::Parse("mechanisms/midsa")});
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->claim_count(), 1);
  EXPECT_TRUE(MessageDifferencer::Equals(content.coverage(), *answer));
}

TEST_F(ReportContentTest, EachKindHasItsParts) {
  struct Case {
    v1::ReportKind kind;
    std::string parts;  // of coverage calendar clashes completion
                        // participation projects publications records
  };
  for (const Case& c :
       std::vector<Case>{{v1::REPORT_KIND_COVERAGE, "10000000"},
                         {v1::REPORT_KIND_CALENDAR, "01000000"},
                         {v1::REPORT_KIND_CLASHES, "00100000"},
                         {v1::REPORT_KIND_COMPLETION, "00010000"},
                         {v1::REPORT_KIND_PARTICIPATION, "00001000"},
                         {v1::REPORT_KIND_ROUND_OVERVIEW, "11111110"},
                         {v1::REPORT_KIND_MECHANISM_PROFILE, "11111111"},
                         {v1::REPORT_KIND_COMPENDIUM, "00000001"}}) {
    const bool one = c.kind == v1::REPORT_KIND_MECHANISM_PROFILE;
    const v1::ReportContent content =
        Make(Spec(c.kind, "rounds/2016", one ? "mechanisms/midsa" : ""));

    EXPECT_EQ(absl::StrCat(content.has_coverage(), content.has_calendar(),
                           content.has_clashes(), content.has_completion(),
                           content.has_participation(), content.has_projects(),
                           content.has_publications(),
                           content.mechanism_records_size() > 0),
              c.parts)
        << v1::ReportKind_Name(c.kind);
    EXPECT_TRUE(content.has_round());
  }
}

TEST_F(ReportContentTest, ReportOfNoRoundNamesNone) {
  EXPECT_FALSE(Make(Spec(v1::REPORT_KIND_CALENDAR, "")).has_round());
}

TEST_F(ReportContentTest, RecordsAreOfTheRevisionAndInTheOrderOfTheNames) {
  const v1::ReportContent content =
      Make(Spec(v1::REPORT_KIND_COMPENDIUM, "rounds/2016"));

  EXPECT_EQ(records_->revisions(), std::vector<int64_t>{5});
  ASSERT_EQ(content.questionnaire_records_size(), 3);
  ASSERT_EQ(content.mechanism_records_size(), 3);
  const char* ids[] = {"a", "a-b", "midsa"};
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(content.mechanism_records(i).name(),
              absl::StrCat("mechanisms/", ids[i]));
    EXPECT_EQ(content.questionnaire_records(i).name(),
              absl::StrCat("mechanisms/", ids[i], "/questionnaires/2016"));
  }
}

TEST_F(ReportContentTest, RecordsAreNotReadWhereNoneAreTold) {
  records_->Fail(absl::UnavailableError("away"));

  Make(Spec(v1::REPORT_KIND_ROUND_OVERVIEW, "rounds/2016"));

  EXPECT_EQ(MakeReportContent(snapshot_, *records_,
                              Spec(v1::REPORT_KIND_COMPENDIUM, "rounds/2016"))
                .status()
                .code(),
            absl::StatusCode::kUnavailable);
}

TEST_F(ReportContentTest, WhatIsNotThereIsNotFound) {
  for (const auto& spec :
       {Spec(v1::REPORT_KIND_COMPENDIUM, "rounds/2017"),
        Spec(v1::REPORT_KIND_CALENDAR, "", "mechanisms/gone")})
    EXPECT_EQ(MakeReportContent(snapshot_, *records_, spec).status().code(),
              absl::StatusCode::kNotFound);
}

TEST_F(ReportContentTest, WrongSpecIsRefused) {
  EXPECT_EQ(MakeReportContent(snapshot_, *records_,
                              Spec(v1::REPORT_KIND_COMPENDIUM, ""))
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace compendium::reporting
