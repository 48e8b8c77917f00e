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

  absl::StatusOr<int64_t> Write(const PlannedWrite& write) override {
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
    records[write.name] = write.record;
    return ++revision;
  }

  std::map<std::string, v1::Record> records;
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

std::vector<WriteAction> Actions(const std::vector<RecordOutcome>& outcomes) {
  std::vector<WriteAction> actions;
  for (const RecordOutcome& outcome : outcomes)
    actions.push_back(outcome.action);
  return actions;
}

void Ignore(const RecordOutcome&) {}

TEST(RunImport, RecordsAreWrittenInTheirOrder) {
  FakeRecords records;
  std::vector<std::string> seen;

  const auto outcomes = RunImport(
      Source(), /*dry_run=*/false, records,
      [&](const RecordOutcome& outcome) { seen.push_back(outcome.name); });

  ASSERT_TRUE(outcomes.ok()) << outcomes.status();
  EXPECT_THAT(seen, ElementsAre("rounds/2016", "mechanisms/midsa"));
  EXPECT_EQ((*outcomes)[0].revision, 1);
  EXPECT_EQ((*outcomes)[1].revision, 2);
}

TEST(RunImport, ASecondTimeNothingIsWritten) {
  FakeRecords records;
  ASSERT_TRUE(RunImport(Source(), false, records, Ignore).ok());
  records.write_count = 0;

  const auto outcomes = RunImport(Source(), false, records, Ignore);

  ASSERT_TRUE(outcomes.ok());
  EXPECT_THAT(Actions(*outcomes),
              ElementsAre(WriteAction::kLeave, WriteAction::kLeave));
  EXPECT_EQ(records.write_count, 0);
}

TEST(RunImport, ADryRunWritesNothing) {
  FakeRecords records;

  const auto outcomes = RunImport(Source(), /*dry_run=*/true, records, Ignore);

  ASSERT_TRUE(outcomes.ok());
  EXPECT_THAT(Actions(*outcomes),
              ElementsAre(WriteAction::kCreate, WriteAction::kCreate));
  EXPECT_EQ(records.write_count, 0);
}

TEST(RunImport, AnOvertakenRecordIsReadAndPlannedAgain) {
  FakeRecords records;
  records.overtaken_count = 2;

  const auto outcomes = RunImport(Source(), false, records, Ignore);

  ASSERT_TRUE(outcomes.ok()) << outcomes.status();
  EXPECT_THAT(Actions(*outcomes),
              ElementsAre(WriteAction::kUpdate, WriteAction::kCreate));
  EXPECT_EQ(records.records["rounds/2016"].round().title(), "by somebody else");
  EXPECT_EQ(records.records["rounds/2016"].round().due_day(), "2016-06-30");
}

TEST(RunImport, EndlessConflictsEnd) {
  FakeRecords records;
  records.overtaken_count = 100;

  const auto outcomes = RunImport(Source(), false, records, Ignore);

  EXPECT_TRUE(absl::IsAborted(outcomes.status())) << outcomes.status();
  EXPECT_EQ(records.write_count, kImportAttemptsMax);
}

TEST(RunImport, ARefusalStopsIt) {
  FakeRecords records;
  records.failure = absl::InvalidArgumentError("round.title: got nothing");

  const auto outcomes = RunImport(Source(), false, records, Ignore);

  EXPECT_EQ(outcomes.status(), absl::InvalidArgumentError(
                                   "rounds/2016: round.title: got nothing"));
  EXPECT_EQ(records.write_count, 1);
}

}  // namespace
}  // namespace compendium
