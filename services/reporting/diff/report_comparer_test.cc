// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/diff/report_comparer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/report/rule_set.h"
#include "lib/request/error_details.h"
#include "services/reporting/archive/archived_reports.h"
#include "services/reporting/limits.h"
#include "services/reporting/report/fake_record_source.h"
#include "services/reporting/report/report_content.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

using registry::v1::Change;
using registry::v1::RecordChange;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr char kForm[] =
    "questions { id: '2C' title: 'SDGs' asks_for_claims: true }";

// MIDSA claims a node and says so in these words.
RecordChange Midsa(const std::string& strength, const std::string& text) {
  return PutQuestionnaire(
      "midsa", "2016",
      absl::StrCat("answers { question_id: '2C' state: ANSWER_STATE_ANSWERED "
                   "text: '",
                   text,
                   "' } claims { framework: 'sdg' code: '10.7' strength: "
                   "CLAIM_STRENGTH_",
                   strength,
                   " evidence { question_id: '2C' quote: '10.7' } } "
                   "participants { as_written: 'Zambia' country_code: 'ZMB' "
                   "}"));
}

// Four revisions: the round, what MIDSA says in it, a correction by "u3", and a
// title that no cell has.
class ReportComparerTest : public testing::Test {
 protected:
  ReportComparerTest() {
    std::filesystem::remove_all(path_);
    Add({PutMechanism("midsa", "MIDSA"), PutRound("2016", kForm)});
    Add({Midsa("EXPLICIT", "10.7\\nall")});
    Add({Midsa("POSSIBLE", "10.7\\nperhaps")});
    auto round = PutRound("2016", kForm);
    round.mutable_record()->mutable_round()->set_title("A new title");
    Add({round});
    publisher_.Start();
    past_.Start();
    history_.Start();
  }
  ~ReportComparerTest() override {
    publisher_.Stop();
    past_.Stop();
    history_.Stop();
  }

  void Add(std::vector<RecordChange> records) {
    const int64_t revision = publisher_.current()->revision + 1;
    Change change = MakeChange(revision, std::move(records));
    change.set_author(absl::StrCat("u", revision));
    change.set_reason(absl::StrCat("reason ", revision));
    past_source_.Append(change);
    history_source_.Append(change);
    publisher_.Publish(*Advance(*publisher_.current(), change, clock_.Now()));
    states_.push_back(publisher_.current());
    for (const RecordChange& record : change.records()) {
      if (record.record().has_mechanism())
        records_.mechanisms.push_back(record.record().mechanism());
      if (record.record().has_questionnaire())
        records_.questionnaires = {record.record().questionnaire()};
      for (auto& questionnaire : records_.questionnaires)
        questionnaire.set_revision(revision);
    }
    records_at_.push_back(records_);
  }

  // A report of the archive.
  v1::Report Make(v1::ReportKind kind, int64_t revision,
                  const v1::ReportParameters& parameters) {
    v1::ReportSpec spec;
    spec.set_kind(kind);
    *spec.mutable_parameters() = parameters;
    spec.set_revision(revision);
    spec.set_rule_set(std::string(kRuleSet));
    const auto index = static_cast<size_t>(revision - 1);
    FakeRecordSource records(records_at_[index]);
    const auto content = MakeReportContent(*states_[index], records, spec);
    CHECK(content.ok());
    return Put(*content);
  }
  v1::Report Make(v1::ReportKind kind, int64_t revision) {
    v1::ReportParameters parameters;
    parameters.set_round("rounds/2016");
    if (kind == v1::REPORT_KIND_MECHANISM_PROFILE)
      parameters.set_mechanism("mechanisms/midsa");
    return Make(kind, revision, parameters);
  }
  v1::Report Put(const v1::ReportContent& content) {
    const auto report = StoreFiles(folder_,
                                   {.spec = content.spec(),
                                    .content = content.SerializeAsString(),
                                    .files = {}},
                                   {.author = "test"}, clock_.Now());
    CHECK(report.ok());
    return *report;
  }

  absl::StatusOr<v1::ReportComparison> Compare(const v1::Report& before,
                                               const v1::Report& after) {
    return comparer_.Compare(before, after, clock_.Now() + absl::Seconds(20));
  }

  // "kind subject: old -> new (author)" of each cell between two revisions.
  std::vector<std::string> WordsOf(v1::ReportKind kind, int64_t from,
                                   int64_t to) {
    const auto comparison = Compare(Make(kind, from), Make(kind, to));
    EXPECT_TRUE(comparison.ok()) << comparison.status();
    if (!comparison.ok()) return {};
    EXPECT_FALSE(comparison->says_the_same());
    return WordsIn(comparison->diff());
  }
  static std::vector<std::string> WordsIn(const v1::Diff& diff) {
    std::vector<std::string> words;
    for (const v1::ChangedCell& cell : diff.cells()) {
      std::string who;
      for (const v1::CellRevision& revision : cell.revisions())
        absl::StrAppend(&who, who.empty() ? "" : " ", revision.author());
      words.push_back(absl::StrCat(cell.kind(), " ", cell.subject(), ": ",
                                   cell.old_value(), " -> ", cell.new_value(),
                                   " (", who, ")"));
    }
    return words;
  }

  const std::string path_ = testing::TempDir() + "/report_comparer_test";
  const ObjectFolder folder_{path_};
  base::RealClock clock_;
  Publisher publisher_{[] {
                         Snapshot first;
                         first.store_id = "store";
                         return std::make_shared<const Snapshot>(first);
                       }(),
                       clock_};
  FakeChangeSource past_source_;
  PastReader past_{past_source_, publisher_.kept(), clock_, 0};
  FakeChangeSource history_source_;
  HistoryReader history_{history_source_, clock_};
  ReportComparer comparer_{folder_, publisher_, past_, history_};
  std::vector<SnapshotLink> states_;  // by revision, from 1
  RoundRecords records_;
  std::vector<RoundRecords> records_at_;  // by revision, from 1
};

TEST_F(ReportComparerTest, SaysWhichCellsDifferAndByWhom) {
  const v1::Report before = Make(v1::REPORT_KIND_COVERAGE, 2);
  const v1::Report after = Make(v1::REPORT_KIND_COVERAGE, 3);

  const auto comparison = Compare(before, after);

  ASSERT_TRUE(comparison.ok()) << comparison.status();
  EXPECT_EQ(comparison->old_report().name(), before.name());
  EXPECT_EQ(comparison->new_report().name(), after.name());
  EXPECT_FALSE(comparison->says_the_same());
  EXPECT_EQ(comparison->diff().round(), "rounds/2016");
  EXPECT_EQ(comparison->diff().from_revision(), 2);
  EXPECT_EQ(comparison->diff().to_revision(), 3);
  ASSERT_THAT(WordsIn(comparison->diff()),
              ElementsAre("1 10.7: 2C explicit -> 2C possible (u3)"));
  const v1::CellRevision& revision = comparison->diff().cells(0).revisions(0);
  EXPECT_EQ(revision.revision(), 3);
  EXPECT_EQ(revision.reason(), "reason 3");
}

TEST_F(ReportComparerTest, WholeRecordsAreComparedWordForWord) {
  EXPECT_THAT(WordsOf(v1::REPORT_KIND_COMPENDIUM, 2, 3),
              ElementsAre("8 2C: 10.7\nall -> 10.7\nperhaps (u3)"));
  EXPECT_THAT(WordsOf(v1::REPORT_KIND_COMPENDIUM, 1, 3),
              ElementsAre("3 ZMB:  -> listed “Zambia” (u2)",
                          "8 2C:  -> 10.7\nperhaps (u2 u3)"));
  EXPECT_THAT(WordsOf(v1::REPORT_KIND_MECHANISM_PROFILE, 2, 3),
              ElementsAre("1 10.7: 2C explicit -> 2C possible (u3)",
                          "8 2C: 10.7\nall -> 10.7\nperhaps (u3)"));
  EXPECT_THAT(WordsOf(v1::REPORT_KIND_ROUND_OVERVIEW, 2, 3),
              ElementsAre("1 10.7: 2C explicit -> 2C possible (u3)"));
}

TEST_F(ReportComparerTest, ReportsOfNoRoundAreCompared) {
  v1::ReportParameters parameters;
  parameters.set_country_code("ZMB");

  const auto comparison =
      Compare(Make(v1::REPORT_KIND_PARTICIPATION, 1, parameters),
              Make(v1::REPORT_KIND_PARTICIPATION, 4, parameters));

  ASSERT_TRUE(comparison.ok()) << comparison.status();
  EXPECT_EQ(comparison->diff().round(), "");
  EXPECT_THAT(WordsIn(comparison->diff()),
              ElementsAre("3 ZMB:  -> listed “Zambia” (u2)"));
}

TEST_F(ReportComparerTest, WhatOnlyNamesTheRevisionIsNoDifference) {
  Add({PutMechanism("rcm", "RCM")});
  const auto same = [&](v1::ReportKind kind, int64_t from, int64_t to) {
    const auto comparison = Compare(Make(kind, from), Make(kind, to));
    EXPECT_TRUE(comparison.ok()) << comparison.status();
    EXPECT_THAT(comparison->diff().cells(), IsEmpty());
    return comparison->says_the_same();
  };

  EXPECT_TRUE(same(v1::REPORT_KIND_CALENDAR, 2, 3));
  EXPECT_TRUE(same(v1::REPORT_KIND_COMPENDIUM, 4, 5));
  // Only the title of the round is another.
  EXPECT_FALSE(same(v1::REPORT_KIND_COVERAGE, 3, 4));
}

TEST_F(ReportComparerTest, ReportsByOtherRulesAreComparedAsTheyAre) {
  v1::ReportSpec spec = Make(v1::REPORT_KIND_COVERAGE, 3).spec();
  FakeRecordSource records({});
  v1::ReportContent content = *MakeReportContent(*states_[2], records, spec);
  content.mutable_spec()->set_rule_set("0");
  content.mutable_coverage()->mutable_nodes()->Clear();
  const v1::Report old_rules = Put(content);

  const auto comparison = Compare(old_rules, Make(v1::REPORT_KIND_COVERAGE, 3));

  ASSERT_TRUE(comparison.ok()) << comparison.status();
  EXPECT_THAT(WordsIn(comparison->diff()),
              ElementsAre("1 10.7:  -> 2C possible ()"));
}

TEST_F(ReportComparerTest, WhatCannotBeComparedIsSaid) {
  v1::ReportSpec before;
  before.set_kind(v1::REPORT_KIND_CLASHES);
  before.set_revision(3);
  v1::ReportSpec after = before;
  EXPECT_TRUE(CheckComparable(before, after).ok());
  after.mutable_parameters()->set_framework("sdg");  // which none means
  EXPECT_TRUE(CheckComparable(before, after).ok());

  after.set_kind(v1::REPORT_KIND_COVERAGE);
  after.set_revision(2);
  after.mutable_parameters()->set_round("rounds/2016");
  before.mutable_parameters()->set_mechanism("mechanisms/midsa");
  after.mutable_parameters()->set_framework("gcm");
  after.mutable_parameters()->set_country_code("ZMB");
  after.mutable_parameters()->set_from_day("2016-05-01");
  after.mutable_parameters()->set_to_day("2016-05-02");
  const absl::Status status = CheckComparable(before, after);

  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(
      FieldPathsOf(status),
      ElementsAre("new_report.spec.kind", "new_report.spec.parameters.round",
                  "new_report.spec.parameters.mechanism",
                  "new_report.spec.parameters.framework",
                  "new_report.spec.parameters.country_code",
                  "new_report.spec.parameters.from_day",
                  "new_report.spec.parameters.to_day",
                  "new_report.spec.revision"));
  EXPECT_EQ(FieldProblemsOf(status)[1].description,
            "got rounds/2016, want nothing as old_report has");
  EXPECT_EQ(FieldProblemsOf(status)[3].description,
            "got gcm, want sdg as old_report has");
  EXPECT_EQ(Compare(Make(v1::REPORT_KIND_COVERAGE, 3),
                    Make(v1::REPORT_KIND_COVERAGE, 2))
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(ReportComparerTest, TooManyRevisionsAreRefused) {
  v1::Report before = Make(v1::REPORT_KIND_COVERAGE, 3);
  v1::Report after = before;
  after.mutable_spec()->set_revision(4 + kDiffRevisionsMax);

  EXPECT_EQ(ReasonOf(Compare(before, after).status()), "DIFF_TOO_LONG");
}

TEST_F(ReportComparerTest, DamagedContentIsDataLoss) {
  const v1::Report before = Make(v1::REPORT_KIND_COVERAGE, 2);
  const v1::Report after = Make(v1::REPORT_KIND_COVERAGE, 3);
  const std::string& sha256 = before.content_sha256();
  const std::string path =
      absl::StrCat(path_, "/", sha256.substr(0, 2), "/", sha256.substr(2));

  ASSERT_TRUE(base::WriteFileAtomically(path, "other").ok());
  EXPECT_TRUE(absl::IsDataLoss(Compare(before, after).status()));
  std::filesystem::remove(path);
  EXPECT_TRUE(absl::IsDataLoss(Compare(before, after).status()));
  v1::Report mistaken = after;
  mistaken.mutable_spec()->set_revision(4);
  EXPECT_TRUE(absl::IsDataLoss(
      Compare(Make(v1::REPORT_KIND_COVERAGE, 3), mistaken).status()));
}

TEST_F(ReportComparerTest, AnotherHistoryIsRefused) {
  FakeRecordSource records({});
  const auto other = [&](int64_t revision, auto change) {
    v1::ReportSpec spec = Make(v1::REPORT_KIND_COVERAGE, revision).spec();
    v1::ReportContent content = *MakeReportContent(
        *states_[static_cast<size_t>(revision - 1)], records, spec);
    change(content);
    return Put(content);
  };
  const auto of_other_hash = [](v1::ReportContent& content) {
    content.set_revision_hash(std::string(64, '0'));
  };
  const v1::Report before = Make(v1::REPORT_KIND_COVERAGE, 2);
  const v1::Report after = Make(v1::REPORT_KIND_COVERAGE, 3);

  for (const auto& [a, b] :
       {std::pair(other(2, of_other_hash), after),
        std::pair(before, other(3, of_other_hash)),
        std::pair(before, other(3, [](v1::ReportContent& content) {
                    content.set_store_id("another");
                  }))})
    EXPECT_EQ(ReasonOf(Compare(a, b).status()), "HISTORY_DIFFERS");
}

TEST_F(ReportComparerTest, WithoutTheRegistryOnlyEqualReportsAreCompared) {
  const v1::Report before = Make(v1::REPORT_KIND_COVERAGE, 2);
  const v1::Report after = Make(v1::REPORT_KIND_COVERAGE, 3);
  history_source_.BreakAfter(0);

  const auto comparison = Compare(before, after);

  EXPECT_EQ(comparison.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(comparison.status()), "REGISTRY_UNREACHABLE");
  history_source_.BreakAfter(0);
  EXPECT_TRUE(Compare(after, after).ok());
}

}  // namespace
}  // namespace compendium::reporting
