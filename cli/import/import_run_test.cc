// SPDX-License-Identifier: Apache-2.0
#include "cli/import/import_run.h"

#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/import/limits.h"

namespace compendium {
namespace {

namespace v1 = registry::v1;

using ::testing::ElementsAre;

// A registry of records without content; can be told to fail.
class FakeRecords final : public RecordPort {
 public:
  absl::StatusOr<std::optional<v1::Record>> Read(
      const std::string& name) override {
    const auto found = records.find(name);
    if (found == records.end()) return std::nullopt;
    return found->second;
  }

  absl::StatusOr<RecordVersions> Versions(
      const std::string& mechanism) override {
    RecordVersions all;
    for (const v1::Record& record : versions)
      if (RecordName(record).rfind(mechanism, 0) == 0) all.push_back(record);
    return all;
  }

  absl::StatusOr<int64_t> Write(const PlannedWrite& write) override {
    if (write.name == failing_name) return absl::UnavailableError("gone");
    ++write_count;
    if (overtaken_count > 0) {
      --overtaken_count;
      // Somebody else gives the record a new title and thus a new etag.
      v1::Record& record = records[write.name];
      record.mutable_round()->set_name(write.name);
      record.mutable_round()->set_title("by somebody else");
      record.mutable_round()->set_etag(std::to_string(++revision));
      return write.action == WriteAction::kCreate
                 ? absl::AlreadyExistsError("name")
                 : absl::AbortedError("etag");
    }
    if (!failure.ok()) return failure;
    v1::Record& record = records[write.name] = write.record;
    ++revision;
    if (record.has_mechanism())
      record.mutable_mechanism()->set_revision(revision);
    if (record.has_questionnaire())
      record.mutable_questionnaire()->set_revision(revision);
    versions.insert(versions.begin(), record);
    return revision;
  }

  std::map<std::string, v1::Record> records;
  RecordVersions versions;   // newest first
  std::string failing_name;  // writes of it do not arrive
  int64_t revision = 0;
  int write_count = 0;
  int overtaken_count = 0;
  absl::Status failure;
};

ImportSource Source() {
  ImportSource source;
  source.round_id = "2016";
  v1::Round& round = *source.records.emplace_back().mutable_round();
  round.set_name("rounds/2016");
  round.set_title("Round 2016");
  round.set_due_day("2016-06-30");
  v1::Mechanism& mechanism = *source.records.emplace_back().mutable_mechanism();
  mechanism.set_name("mechanisms/midsa");
  return source;
}

// A round, a mechanism and its questionnaire, both with this participant.
ImportSource SourceWith(const std::string& participant,
                        const std::string& round_id = "2016") {
  ImportSource source = Source();
  source.round_id = round_id;
  source.records[0].mutable_round()->set_name("rounds/" + round_id);
  source.records[1].mutable_mechanism()->add_participants()->set_as_written(
      participant);
  v1::Questionnaire& questionnaire =
      *source.records.emplace_back().mutable_questionnaire();
  questionnaire.set_name("mechanisms/midsa/questionnaires/" + round_id);
  questionnaire.add_participants()->set_as_written(participant);
  return source;
}

std::vector<WriteAction> Actions(const ImportResult& result) {
  std::vector<WriteAction> actions;
  for (const RecordOutcome& outcome : result.outcomes)
    actions.push_back(outcome.action);
  return actions;
}

void Ignore(const RecordOutcome&) {}

TEST(RunImport, RecordsAreWrittenInTheirOrder) {
  FakeRecords records;
  std::vector<std::string> seen;

  const ImportResult result = RunImport(
      Source(), /*dry_run=*/false, records,
      [&](const RecordOutcome& outcome) { seen.push_back(outcome.name); });

  ASSERT_TRUE(result.status.ok()) << result.status;
  EXPECT_THAT(seen, ElementsAre("rounds/2016", "mechanisms/midsa"));
  EXPECT_EQ(result.outcomes[0].revision, 1);
  EXPECT_EQ(result.outcomes[1].revision, 2);
}

TEST(RunImport, ASecondTimeNothingIsWritten) {
  FakeRecords records;
  ASSERT_TRUE(RunImport(Source(), false, records, Ignore).status.ok());
  records.write_count = 0;

  const ImportResult result = RunImport(Source(), false, records, Ignore);

  ASSERT_TRUE(result.status.ok());
  EXPECT_THAT(Actions(result),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave));
  EXPECT_EQ(records.write_count, 0);
}

TEST(RunImport, ADryRunWritesNothing) {
  FakeRecords records;

  const ImportResult result =
      RunImport(Source(), /*dry_run=*/true, records, Ignore);

  ASSERT_TRUE(result.status.ok());
  EXPECT_THAT(Actions(result),
              ElementsAre(WriteAction::kCreate, WriteAction::kCreate));
  EXPECT_EQ(records.write_count, 0);
}

TEST(RunImport, AnOvertakenRecordIsReadAndPlannedAgain) {
  FakeRecords records;
  records.overtaken_count = 2;

  const ImportResult result = RunImport(Source(), false, records, Ignore);

  ASSERT_TRUE(result.status.ok()) << result.status;
  EXPECT_THAT(Actions(result),
              ElementsAre(WriteAction::kUpdate, WriteAction::kCreate));
  EXPECT_EQ(records.records["rounds/2016"].round().title(), "by somebody else");
  EXPECT_EQ(records.records["rounds/2016"].round().due_day(), "2016-06-30");
}

TEST(RunImport, EndlessConflictsEnd) {
  FakeRecords records;
  records.overtaken_count = 100;

  const ImportResult result = RunImport(Source(), false, records, Ignore);

  EXPECT_TRUE(absl::IsAborted(result.status)) << result.status;
  EXPECT_EQ(records.write_count, kImportAttemptsMax);
}

TEST(RunImport, ARefusalStopsIt) {
  FakeRecords records;
  records.failure = absl::InvalidArgumentError("round.title: got nothing");

  const ImportResult result = RunImport(Source(), false, records, Ignore);

  EXPECT_EQ(result.status, absl::InvalidArgumentError(
                               "rounds/2016: round.title: got nothing"));
  EXPECT_EQ(records.write_count, 1);
}

TEST(RunImport, AnErrorTellsWhatWasDoneBefore) {
  FakeRecords records;
  records.failing_name = "mechanisms/midsa/questionnaires/2016";

  const ImportResult result =
      RunImport(SourceWith("a"), false, records, Ignore);

  EXPECT_TRUE(absl::IsUnavailable(result.status)) << result.status;
  EXPECT_THAT(Actions(result),
              ElementsAre(WriteAction::kCreate, WriteAction::kCreate,
                          WriteAction::kNotDone));
  EXPECT_EQ(result.outcomes[1].revision, 2);
  EXPECT_EQ(result.outcomes[2].name, "mechanisms/midsa/questionnaires/2016");
}

TEST(RunImport, AProfileThatExistsIsWrittenAfterItsQuestionnaire) {
  FakeRecords records;
  ASSERT_TRUE(RunImport(SourceWith("a"), false, records, Ignore).status.ok());
  std::vector<std::string> seen;

  const ImportResult result = RunImport(
      SourceWith("b"), false, records,
      [&](const RecordOutcome& outcome) { seen.push_back(outcome.name); });

  EXPECT_THAT(seen,
              ElementsAre("rounds/2016", "mechanisms/midsa/questionnaires/2016",
                          "mechanisms/midsa"));
  EXPECT_EQ(result.outcomes[1].name, "mechanisms/midsa");
  EXPECT_THAT(Actions(result),
              ElementsAre(WriteAction::kLeave, WriteAction::kUpdate,
                          WriteAction::kUpdate));
}

std::string ParticipantIn(FakeRecords& records) {
  const v1::Mechanism& mechanism =
      records.records["mechanisms/midsa"].mechanism();
  return mechanism.participants(0).as_written();
}

TEST(RunImport, AProfileFollowsTheNextFileAfterAnImportThatEndedEarly) {
  for (const char* failing :
       {"mechanisms/midsa", "mechanisms/midsa/questionnaires/2016"}) {
    FakeRecords records;
    ASSERT_TRUE(RunImport(SourceWith("a"), false, records, Ignore).status.ok());
    records.failing_name = failing;
    ASSERT_FALSE(
        RunImport(SourceWith("b"), false, records, Ignore).status.ok());
    records.failing_name.clear();

    EXPECT_TRUE(RunImport(SourceWith("c"), false, records, Ignore).status.ok());

    EXPECT_EQ(ParticipantIn(records), "c") << failing;
  }
}

TEST(RunImport, AProfileFollowsTheNextRoundAndItsCorrection) {
  FakeRecords records;
  const auto import = [&](const ImportSource& source) {
    EXPECT_TRUE(RunImport(source, false, records, Ignore).status.ok());
    return ParticipantIn(records);
  };

  EXPECT_EQ(import(SourceWith("a", "2016")), "a");
  EXPECT_EQ(import(SourceWith("b", "2017")), "b");
  EXPECT_EQ(import(SourceWith("c", "2017")), "c");
  EXPECT_EQ(import(SourceWith("d", "2016")), "c");
}

}  // namespace
}  // namespace compendium
