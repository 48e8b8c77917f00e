// SPDX-License-Identifier: Apache-2.0
// What every engine shares is tested through the engines, in
// tests/conformance; here is what only the planner shows.
#include "services/registry/store/batch_planner.h"

#include <gtest/gtest.h>

#include "absl/strings/match.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

// A committed state that holds what a test puts there, or is damaged.
class FakeState final : public CommittedState {
 public:
  absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const override {
    if (damaged) return absl::DataLossError("damaged");
    const auto found = heads.find(std::string(name));
    if (found == heads.end()) return std::optional<RecordHead>();
    return std::optional<RecordHead>(found->second);
  }
  absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view name,
                                        int64_t /*revision*/) const override {
    return heads.at(std::string(name));
  }
  absl::Status VisitHeads(
      absl::string_view prefix,
      const std::function<bool(absl::string_view, const RecordHead&)>& visit)
      const override {
    for (const auto& [name, head] : heads)
      if (absl::StartsWith(name, prefix) && !visit(name, head)) break;
    return absl::OkStatus();
  }
  absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view /*request_id*/) const override {
    if (damaged) return absl::DataLossError("damaged");
    return std::optional<int64_t>();
  }
  absl::StatusOr<LogEntry> FindLogEntry(int64_t /*revision*/) const override {
    return absl::DataLossError("none");
  }

  std::map<std::string, RecordHead> heads;
  bool damaged = false;
};

constexpr absl::Duration kSecond = absl::Seconds(1);
absl::Time At(int seconds) { return absl::UnixEpoch() + seconds * kSecond; }

Transaction Change(const std::string& name, ChangeKind kind) {
  Transaction transaction;
  transaction.mutations.push_back({name, kind, std::string("value")});
  return transaction;
}

TEST(BatchPlanner, ContinuesTheLog) {
  const FakeState state;
  const std::string last_hash(kHashBytes, '\7');
  BatchPlanner planner(state, {41, At(100), last_hash}, At(200));
  const Transaction first = Change("a", ChangeKind::kCreated);
  const Transaction second = Change("a", ChangeKind::kUpdated);

  ASSERT_TRUE(planner.Plan(first).ok());
  ASSERT_TRUE(planner.Plan(second).ok());

  ASSERT_EQ(planner.revisions().size(), 2u);
  const LogEntry& entry = *planner.revisions()[0].entry;
  EXPECT_EQ(CheckLink(entry, 42, last_hash), absl::OkStatus());
  EXPECT_EQ(CheckLink(*planner.revisions()[1].entry, 43, entry.hash),
            absl::OkStatus());
  EXPECT_EQ(planner.revisions()[1].transaction, &second);
  EXPECT_EQ(planner.end().revision, 43);
  EXPECT_EQ(planner.end().commit_time, At(200));
  EXPECT_EQ(planner.end().hash, planner.revisions()[1].entry->hash);
}

TEST(BatchPlanner, CommitTimeNeverGoesBack) {
  const FakeState state;
  BatchPlanner planner(state, {41, At(100), FirstPreviousHash()}, At(99));
  const Transaction transaction = Change("a", ChangeKind::kCreated);

  ASSERT_TRUE(planner.Plan(transaction).ok());

  EXPECT_EQ(planner.end().commit_time, At(100));
}

TEST(BatchPlanner, CommitTimeIsNotBefore1970) {
  const FakeState state;
  BatchPlanner planner(state, LogEnd(), At(-5));
  const Transaction transaction = Change("a", ChangeKind::kCreated);

  ASSERT_TRUE(planner.Plan(transaction).ok());

  EXPECT_EQ(planner.end().commit_time, absl::UnixEpoch());
}

TEST(BatchPlanner, RefusedTransactionLeavesTheEndAsItWas) {
  const FakeState state;
  BatchPlanner planner(state, {41, At(100), FirstPreviousHash()}, At(200));

  const Transaction transaction = Change("a", ChangeKind::kUpdated);

  EXPECT_EQ(planner.Plan(transaction).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_TRUE(planner.revisions().empty());
  EXPECT_EQ(planner.end().revision, 41);
  EXPECT_EQ(planner.end().commit_time, At(100));
}

TEST(BatchPlanner, DamagedStateIsDataLoss) {
  FakeState state;
  state.damaged = true;
  BatchPlanner planner(state, LogEnd(), At(1));
  const Transaction plain = Change("a", ChangeKind::kCreated);
  Transaction with_id = plain;
  with_id.request_id = "r";

  EXPECT_TRUE(absl::IsDataLoss(planner.Plan(plain).status()));
  EXPECT_TRUE(absl::IsDataLoss(planner.Plan(with_id).status()));
}

TEST(BatchPlanner, ChildDeletedInTheBatchIsNotLive) {
  FakeState state;
  state.heads["p/a"] = {.revision = 1, .create_revision = 1};
  state.heads["p/b"] = {.revision = 2, .create_revision = 2};
  BatchPlanner planner(state, {2, At(1), FirstPreviousHash()}, At(2));
  const Transaction delete_a = Change("p/a", ChangeKind::kDeleted);
  const Transaction delete_b = Change("p/b", ChangeKind::kDeleted);
  Transaction childless = Change("q", ChangeKind::kCreated);
  childless.preconditions.push_back(
      {.kind = Precondition::Kind::kNoLiveChildren, .name = "p/"});

  ASSERT_TRUE(planner.Plan(delete_a).ok());
  EXPECT_EQ(ReasonOf(planner.Plan(childless).status()), "HAS_CHILDREN");
  ASSERT_TRUE(planner.Plan(delete_b).ok());
  EXPECT_TRUE(planner.Plan(childless).ok());
}

TEST(BatchPlannerDeathTest, MalformedTransactionStopsTheProgram) {
  const FakeState state;
  BatchPlanner planner(state, LogEnd(), At(1));
  Transaction twice = Change("a", ChangeKind::kCreated);
  twice.mutations.push_back(twice.mutations[0]);

  EXPECT_DEATH(planner.Plan(Transaction()).IgnoreError(), "CHECK failed");
  EXPECT_DEATH(planner.Plan(twice).IgnoreError(), "CHECK failed");
  EXPECT_DEATH(planner.Plan(Change(std::string("a\0", 2), ChangeKind::kCreated))
                   .IgnoreError(),
               "CHECK failed");
}

}  // namespace
}  // namespace compendium::registry
