// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/past/past_reader.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/limits.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

// The change of a history in which mechanisms come, change and go. Two
// revisions share each second.
registry::v1::Change ChangeAt(int64_t revision) {
  const std::string id = absl::StrCat("m", revision % 7);
  registry::v1::RecordChange record =
      PutMechanism(id, absl::StrCat("Name ", revision));
  if (revision % 5 == 0) record = Deleted(record);
  registry::v1::Change change = MakeChange(revision, {record});
  change.mutable_commit_time()->set_seconds(revision / 2);
  return change;
}

absl::Time TimeOf(int64_t revision) {
  return absl::FromUnixSeconds(revision / 2);
}

class PastReaderTest : public testing::Test {
 protected:
  // The registry has so many revisions.
  void Append(int64_t count) {
    for (; revision_count_ < count; ++revision_count_)
      source_.Append(ChangeAt(revision_count_ + 1));
  }

  // What the worker that followed from revision 1 on would have published.
  SnapshotLink Followed(int64_t revision) {
    SnapshotLink snapshot = std::make_shared<const Snapshot>();
    for (int64_t next = 1; next <= revision; ++next)
      snapshot = *Advance(*snapshot, ChangeAt(next), absl::UnixEpoch());
    return snapshot;
  }

  void StartReader(int64_t start_revision) {
    reader_ =
        std::make_unique<PastReader>(source_, kept_, clock_, start_revision);
    reader_->Start();
  }

  absl::StatusOr<SnapshotLink> Read(
      PastMoment moment, absl::Time deadline = absl::InfiniteFuture()) {
    std::promise<absl::StatusOr<SnapshotLink>> answer;
    reader_->Read(moment, deadline, [&](absl::StatusOr<SnapshotLink> snapshot) {
      answer.set_value(std::move(snapshot));
    });
    return answer.get_future().get();
  }

  base::RealClock clock_;
  FakeChangeSource source_;
  KeptSnapshots kept_{8};
  std::unique_ptr<PastReader> reader_;
  int64_t revision_count_ = 0;
};

TEST_F(PastReaderTest, StateOfEachRevisionIsTheOneThatWasFollowed) {
  Append(100);
  StartReader(0);
  std::mt19937 random(1);
  std::vector<int64_t> revisions;
  for (int64_t revision = 0; revision <= 100; ++revision)
    revisions.push_back(revision);
  std::shuffle(revisions.begin(), revisions.end(), random);

  for (const int64_t revision : revisions) {
    const auto past = Read(revision);

    ASSERT_TRUE(past.ok()) << past.status();
    EXPECT_EQ((*past)->revision, revision);
    EXPECT_EQ(Sha256Of((*past)->projections),
              Sha256Of(Followed(revision)->projections))
        << revision;
  }
}

TEST_F(PastReaderTest, TimeMeansTheLastRevisionUpToIt) {
  Append(20);
  StartReader(0);

  for (int64_t revision = 1; revision <= 20; ++revision) {
    // The odd one that follows an even one was committed in the same second.
    const int64_t last = revision % 2 == 0 ? revision + 1 : revision;
    const auto past = Read(TimeOf(revision));

    ASSERT_TRUE(past.ok()) << past.status();
    EXPECT_EQ((*past)->revision, std::min<int64_t>(last, 20));
    EXPECT_EQ((*past)->commit_time, TimeOf(revision));
  }
  EXPECT_EQ((*Read(absl::FromUnixSeconds(-1)))->revision, 0);
  EXPECT_EQ((*Read(absl::FromUnixSeconds(99)))->revision, 20);
}

TEST_F(PastReaderTest, TimeSeesWhatIsNotFollowedYet) {
  Append(3);
  StartReader(0);
  EXPECT_EQ((*Read(absl::FromUnixSeconds(99)))->revision, 3);

  Append(10);

  EXPECT_EQ((*Read(absl::FromUnixSeconds(99)))->revision, 10);
}

TEST_F(PastReaderTest, HistoryBeforeTheStartIsKeptInTheBackground) {
  Append(64);
  StartReader(64);

  while (kept_.Before(64)->revision != 64) std::this_thread::yield();

  EXPECT_EQ(kept_.step(), 8);
  for (int64_t revision = 8; revision <= 64; revision += 8)
    EXPECT_EQ(Sha256Of(kept_.Before(revision)->projections),
              Sha256Of(Followed(revision)->projections));
}

TEST_F(PastReaderTest, UnreachableRegistryIsToldAndTriedAgain) {
  Append(64);
  source_.BreakAfter(5);
  StartReader(0);

  const auto broken = Read(int64_t{50});
  const auto again = Read(int64_t{50});

  EXPECT_EQ(ReasonOf(broken.status()), "REGISTRY_UNREACHABLE")
      << broken.status();
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ((*again)->revision, 50);
}

TEST_F(PastReaderTest, AnotherHistoryIsNotMixedWithOurs) {
  Append(64);
  StartReader(0);
  ASSERT_TRUE(Read(int64_t{64}).ok());
  reader_->Stop();
  FakeChangeSource restored;
  for (int64_t revision = 1; revision <= 64; ++revision)
    restored.Append(MakeChange(revision, {PutMechanism("other", "Other")}));
  PastReader reader(restored, kept_, clock_, 0);
  reader.Start();
  std::promise<absl::Status> answer;

  reader.Read(int64_t{60}, absl::InfiniteFuture(),
              [&](const auto& past) { answer.set_value(past.status()); });

  EXPECT_EQ(ReasonOf(answer.get_future().get()), "HISTORY_DIFFERS");
}

TEST_F(PastReaderTest, DeadlineEndsTheWait) {
  Append(64);
  StartReader(0);

  const auto past = Read(int64_t{50}, absl::InfinitePast());

  EXPECT_EQ(ReasonOf(past.status()), "REVISION_NOT_REACHED") << past.status();
}

TEST_F(PastReaderTest, StopAnswersWhoeverWaits) {
  StartReader(9);  // and waits for a history that never comes
  std::vector<std::promise<absl::Status>> answers(kPastReadsMax);
  for (auto& answer : answers)
    reader_->Read(int64_t{5}, absl::InfiniteFuture(),
                  [&](const auto& past) { answer.set_value(past.status()); });
  reader_->Stop();

  for (auto& answer : answers) {
    const absl::Status status = answer.get_future().get();
    EXPECT_FALSE(status.ok());
  }
  EXPECT_EQ(ReasonOf(Read(int64_t{5}).status()), "DRAINING");
}

}  // namespace
}  // namespace compendium::reporting
