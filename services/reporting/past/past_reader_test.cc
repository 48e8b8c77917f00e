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

// What a reader answered. Not a StatusOr: TSan does not see how absl's
// statuses, which it did not compile, are shared between threads.
struct Answer {
  SnapshotLink snapshot;  // null after an error
  std::string reason;     // of the error
};

Answer Ask(PastReader& reader, PastMoment moment,
           absl::Time deadline = absl::InfiniteFuture()) {
  std::promise<Answer> answer;
  reader.Read(moment, deadline, [&](const absl::StatusOr<SnapshotLink>& past) {
    answer.set_value(past.ok() ? Answer{*past, ""}
                               : Answer{nullptr, ReasonOf(past.status())});
  });
  return answer.get_future().get();
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

  Answer Read(PastMoment moment, absl::Time deadline = absl::InfiniteFuture()) {
    return Ask(*reader_, moment, deadline);
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
    const auto [past, reason] = Read(revision);

    ASSERT_NE(past, nullptr) << reason;
    EXPECT_EQ(past->revision, revision);
    EXPECT_EQ(Sha256Of(past->projections),
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
    const auto [past, reason] = Read(TimeOf(revision));

    ASSERT_NE(past, nullptr) << reason;
    EXPECT_EQ(past->revision, std::min<int64_t>(last, 20));
    EXPECT_EQ(past->commit_time, TimeOf(revision));
  }
  EXPECT_EQ(Read(absl::FromUnixSeconds(-1)).snapshot->revision, 0);
  EXPECT_EQ(Read(absl::FromUnixSeconds(99)).snapshot->revision, 20);
}

TEST_F(PastReaderTest, TimeSeesWhatIsNotFollowedYet) {
  Append(3);
  StartReader(0);
  EXPECT_EQ(Read(absl::FromUnixSeconds(99)).snapshot->revision, 3);

  Append(10);

  EXPECT_EQ(Read(absl::FromUnixSeconds(99)).snapshot->revision, 10);
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

  const Answer broken = Read(int64_t{50});
  const Answer again = Read(int64_t{50});

  EXPECT_EQ(broken.reason, "REGISTRY_UNREACHABLE");
  ASSERT_NE(again.snapshot, nullptr) << again.reason;
  EXPECT_EQ(again.snapshot->revision, 50);
}

TEST_F(PastReaderTest, AnotherHistoryIsNotMixedWithOurs) {
  Append(64);
  StartReader(0);
  ASSERT_EQ(Read(int64_t{64}).reason, "");
  reader_->Stop();
  FakeChangeSource restored;
  for (int64_t revision = 1; revision <= 64; ++revision)
    restored.Append(MakeChange(revision, {PutMechanism("other", "Other")}));
  PastReader reader(restored, kept_, clock_, 0);
  reader.Start();

  EXPECT_EQ(Ask(reader, int64_t{60}).reason, "HISTORY_DIFFERS");
}

TEST_F(PastReaderTest, DeadlineEndsTheWait) {
  Append(64);
  StartReader(0);

  EXPECT_EQ(Read(int64_t{50}, absl::InfinitePast()).reason,
            "REVISION_NOT_REACHED");
}

TEST_F(PastReaderTest, StopAnswersWhoeverWaits) {
  StartReader(9);  // and waits for a history that never comes
  std::vector<std::promise<bool>> answers(kPastReadsMax);
  for (auto& answer : answers)
    reader_->Read(int64_t{5}, absl::InfiniteFuture(),
                  [&](const auto& past) { answer.set_value(past.ok()); });
  reader_->Stop();

  for (auto& answer : answers) EXPECT_FALSE(answer.get_future().get());
  EXPECT_EQ(Read(int64_t{5}).reason, "DRAINING");
}

}  // namespace
}  // namespace compendium::reporting
