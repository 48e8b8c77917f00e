// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/subscription/subscriber.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "services/reporting/subscription/fake_change_source.h"
#include "services/reporting/testing/history.h"

namespace compendium::reporting {
namespace {

registry::v1::Change Numbered(int64_t revision) {
  return MakeChange(revision,
                    {PutMechanism(absl::StrCat("m", revision), "Name")});
}

class SubscriberTest : public testing::Test {
 protected:
  // With the state of an earlier life; `hash` is that of its last revision.
  void StartAt(int64_t revision, const std::string& store_id,
               const std::string& hash = "") {
    Snapshot snapshot;
    snapshot.revision = revision;
    snapshot.store_id = store_id;
    snapshot.hash = hash;
    publisher_.Publish(std::make_shared<const Snapshot>(std::move(snapshot)));
    publisher_.Start();
    subscriber_.Start();
  }

  // Waits, for ever if need be: the test runner has the clock.
  void WaitForRevision(int64_t revision) {
    std::promise<void> reached;
    publisher_.Await(revision, absl::InfiniteFuture(),
                     [&](const auto&) { reached.set_value(); });
    reached.get_future().wait();
  }

  base::FakeClock clock_{absl::UnixEpoch()};  // retries take no time
  base::RealClock real_clock_;
  FakeChangeSource source_;
  Publisher publisher_{std::make_shared<const Snapshot>(), real_clock_};
  Subscriber subscriber_{source_, publisher_, clock_, {}};
};

TEST_F(SubscriberTest, AppliesEachChangeInOrder) {
  source_.Append(Numbered(1));
  source_.Append(Numbered(2));
  StartAt(0, "");
  source_.Append(Numbered(3));

  WaitForRevision(3);

  const SnapshotLink snapshot = publisher_.current();
  EXPECT_EQ(snapshot->projections.directory.mechanisms.size(), 3);
  EXPECT_EQ(snapshot->store_id, "store");
  EXPECT_TRUE(subscriber_.status().connected);
  EXPECT_GE(subscriber_.status().registry_revision, 2);
}

TEST_F(SubscriberTest, BrokenFeedResumesWithoutLossOrRepeat) {
  for (int64_t revision = 1; revision <= 20; ++revision)
    source_.Append(Numbered(revision));
  source_.BreakAfter(3);
  StartAt(0, "store");
  WaitForRevision(20);
  source_.BreakAfter(0);
  source_.WaitForOpens(3);
  source_.Append(Numbered(21));

  WaitForRevision(21);

  EXPECT_EQ(publisher_.current()->projections.directory.mechanisms.size(), 21);
}

TEST_F(SubscriberTest, GapIsNeverApplied) {
  source_.Append(Numbered(1));
  StartAt(0, "store");
  WaitForRevision(1);
  source_.Inject({.change = Numbered(5)});
  source_.WaitForOpens(2);
  source_.Inject({.change = Numbered(0)});

  source_.WaitForOpens(3);

  EXPECT_EQ(publisher_.current()->revision, 1);
  EXPECT_EQ(publisher_.current()->projections.directory.mechanisms.size(), 1);
}

TEST_F(SubscriberTest, ProgressBeyondWhatCameIsAGap) {
  source_.Inject({.change = std::nullopt, .progress_revision = 4});
  StartAt(0, "store");

  source_.WaitForOpens(2);

  EXPECT_EQ(publisher_.current()->revision, 0);
}

TEST_F(SubscriberTest, AnotherStoreIsNotFollowed) {
  source_.Append(Numbered(1));
  source_.Append(Numbered(2));
  StartAt(1, "another store");

  source_.WaitForOpens(3);

  EXPECT_EQ(publisher_.current()->revision, 1);
  EXPECT_FALSE(subscriber_.status().connected);
}

TEST_F(SubscriberTest, ResumesAfterTheRevisionThatWasApplied) {
  source_.Append(Numbered(1));
  source_.Append(Numbered(2));
  StartAt(1, "store", Numbered(1).hash());

  WaitForRevision(2);

  // What came with revision 1 was not applied again.
  EXPECT_EQ(publisher_.current()->projections.directory.mechanisms.size(), 1);
  EXPECT_EQ(publisher_.current()->hash, Numbered(2).hash());
  EXPECT_TRUE(subscriber_.status().connected);
}

TEST_F(SubscriberTest, AnotherHistoryOfTheSameStoreIsNotFollowed) {
  // A backup of revision 1 was restored and went on, further than before.
  source_.Append(Numbered(1));
  source_.Append(MakeChange(2, {PutMechanism("other", "Other")}));
  source_.Append(Numbered(3));
  StartAt(2, "store", Numbered(2).hash());

  source_.WaitForOpens(3);

  EXPECT_EQ(publisher_.current()->revision, 2);
  EXPECT_TRUE(publisher_.current()->projections.directory.mechanisms.empty());
  EXPECT_FALSE(subscriber_.status().connected);
}

TEST_F(SubscriberTest, ChangeWithoutAHashIsNotApplied) {
  auto change = Numbered(1);
  change.clear_hash();
  source_.Append(change);
  StartAt(0, "store");

  source_.WaitForOpens(3);

  EXPECT_EQ(publisher_.current()->revision, 0);
  EXPECT_FALSE(subscriber_.status().connected);
}

TEST_F(SubscriberTest, FeedThatSaysNothingIsNotConnected) {
  StartAt(0, "store");
  source_.WaitForOpens(1);
  EXPECT_FALSE(subscriber_.status().connected);

  source_.Inject({.change = std::nullopt, .progress_revision = 0});

  while (!subscriber_.status().connected) std::this_thread::yield();
}

TEST_F(SubscriberTest, ShorterHistoryIsNotFollowed) {
  source_.Append(Numbered(1));
  StartAt(2, "store");

  source_.WaitForOpens(3);

  EXPECT_EQ(publisher_.current()->revision, 2);
  EXPECT_FALSE(subscriber_.status().connected);
}

TEST_F(SubscriberTest, StopsWhileItWaitsForTheFeed) {
  StartAt(0, "store");
  source_.WaitForOpens(1);

  subscriber_.Stop();

  EXPECT_FALSE(subscriber_.status().connected);
}

}  // namespace
}  // namespace compendium::reporting
