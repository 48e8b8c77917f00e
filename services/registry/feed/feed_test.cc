// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "compendium/registry/v1/mechanism.pb.h"
#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/request/error_details.h"
#include "services/registry/limits.h"
#include "services/registry/record_wire.h"
#include "services/registry/store/log_entry.h"
#include "tests/conformance/feed_validators.h"
#include "tests/support/forwarding_store.h"
#include "tests/support/recording_sink.h"
#include "tests/support/registry_heart.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::DeliveredMessage;
using tests::RecordingSink;

using Kind = DeliveredMessage::Kind;
using Sink = std::shared_ptr<RecordingSink>;

class FeedTest : public testing::Test {
 protected:
  void CreateMechanisms(int count) {
    for (int i = 0; i < count; ++i)
      ASSERT_TRUE(
          heart_
              .CreateMechanism(absl::StrCat("mechanisms/m", ++mechanism_count_))
              .ok());
  }

  Sink Watch(const WatchCall& call) {
    auto sink = RecordingSink::Watch(heart_.feed, call);
    EXPECT_TRUE(sink.ok()) << sink.status();
    return *sink;
  }

  // Lets the sinks take everything there is.
  void Drain(const std::vector<Sink>& sinks) {
    bool moved = true;
    while (moved) {
      heart_.feed.RunReady();
      moved = false;
      for (const Sink& sink : sinks) moved |= sink->Continue(heart_.feed);
    }
  }

  std::vector<int64_t> Changes(const Sink& sink) {
    std::vector<int64_t> revisions;
    for (const DeliveredMessage& message : sink->stream().messages)
      if (message.kind == Kind::kChange) revisions.push_back(message.revision);
    return revisions;
  }

  std::vector<int64_t> Bookmarks(const Sink& sink) {
    std::vector<int64_t> revisions;
    for (const DeliveredMessage& message : sink->stream().messages)
      if (message.kind == Kind::kProgress)
        revisions.push_back(message.revision);
    return revisions;
  }

  void ExpectPromisesKept(const Sink& sink) {
    EXPECT_EQ(
        tests::CheckFeed({sink->stream()}, tests::ReadTrueLog(heart_.store)),
        absl::OkStatus());
  }

  tests::RegistryHeart heart_;
  int mechanism_count_ = 0;
};

TEST_F(FeedTest, DeliversWhatIsCommitted) {
  const Sink sink = Watch({.after_revision = 0});

  CreateMechanisms(2);
  Drain({sink});
  CreateMechanisms(1);
  Drain({sink});

  EXPECT_THAT(Changes(sink), ElementsAre(1, 2, 3));
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, DeliversWhatWasCommittedBefore) {
  CreateMechanisms(300);

  const Sink all = Watch({.after_revision = 0});
  const Sink some = Watch({.after_revision = 298});
  const Sink none = Watch({.after_revision = 300});
  Drain({all, some, none});

  EXPECT_EQ(Changes(all).size(), 300u);
  EXPECT_THAT(Changes(some), ElementsAre(299, 300));
  EXPECT_THAT(Changes(none), IsEmpty());
  ExpectPromisesKept(all);
}

TEST_F(FeedTest, SendsTheChangeAsTheStoreHasIt) {
  const Sink sink = Watch({.after_revision = 0});
  CreateMechanisms(1);
  heart_.feed.RunReady();

  ASSERT_NE(sink->in_flight(), nullptr);
  EXPECT_EQ(*sink->in_flight(),
            EncodeWatchChange(heart_.store.ReadChanges(0, {1, 1})->at(0)));
}

TEST_F(FeedTest, ACommitServesFewLiveWatchersAtOnce) {
  Feed feed(heart_.store, heart_.clock, /*served_on_commit_max=*/1);
  const Sink sink = *RecordingSink::Watch(feed, {.after_revision = 0});
  CreateMechanisms(1);
  feed.OnCommit(1);
  EXPECT_EQ(sink->in_flight(), nullptr);  // it was not live yet
  feed.RunReady();
  ASSERT_TRUE(sink->Continue(feed));

  CreateMechanisms(1);
  feed.OnCommit(2);
  EXPECT_NE(sink->in_flight(), nullptr);
  CreateMechanisms(1);
  feed.OnCommit(3);  // with a message on its way
  ASSERT_TRUE(sink->Continue(feed));
  EXPECT_EQ(sink->in_flight(), nullptr);
  feed.RunReady();
  ASSERT_TRUE(sink->Continue(feed));

  EXPECT_THAT(Changes(sink), ElementsAre(1, 2, 3));
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, ACommitLeavesManyWatchersToTheThread) {
  Feed feed(heart_.store, heart_.clock, /*served_on_commit_max=*/1);
  const Sink one = *RecordingSink::Watch(feed, {.after_revision = 0});
  const Sink other = *RecordingSink::Watch(feed, {.after_revision = 0});
  feed.RunReady();

  CreateMechanisms(1);
  feed.OnCommit(1);
  EXPECT_EQ(one->in_flight(), nullptr);
  EXPECT_EQ(other->in_flight(), nullptr);
  feed.RunReady();

  EXPECT_NE(one->in_flight(), nullptr);
  EXPECT_NE(other->in_flight(), nullptr);
}

TEST_F(FeedTest, HasOneMessageOnItsWayToASlowReader) {
  const Sink slow = Watch({.after_revision = 0});
  const Sink fast = Watch({.after_revision = 0});
  CreateMechanisms(10);

  Drain({fast});
  EXPECT_EQ(Changes(fast).size(), 10u);
  EXPECT_THAT(Changes(slow), IsEmpty());

  Drain({slow});
  EXPECT_EQ(Changes(slow), Changes(fast));
}

TEST_F(FeedTest, EncodesAChangeOnceForAllReaders) {
  const Sink one = Watch({.after_revision = 0});
  const Sink other =
      Watch({.after_revision = 0, .name_prefixes = {"mechanisms/"}});

  CreateMechanisms(1);
  heart_.feed.RunReady();

  EXPECT_NE(one->in_flight(), nullptr);
  EXPECT_EQ(one->in_flight(), other->in_flight());
}

TEST_F(FeedTest, LeavesOutWhatDoesNotFit) {
  const Sink sink = Watch({.after_revision = 0, .name_prefixes = {"rounds/"}});
  CreateMechanisms(3);
  ASSERT_TRUE(heart_.CreateRound("rounds/2016").ok());
  CreateMechanisms(3);

  Drain({sink});

  EXPECT_THAT(Changes(sink), ElementsAre(4));
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, PassesOverLongStretchesThatDoNotFit) {
  CreateMechanisms(static_cast<int>(kFeedTurnCountMax) * 2 + 5);
  ASSERT_TRUE(heart_.CreateRound("rounds/2016").ok());

  const Sink sink = Watch({.after_revision = 0, .name_prefixes = {"rounds/"}});
  Drain({sink});

  EXPECT_EQ(Changes(sink).size(), 1u);
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, BookmarksAfterSilence) {
  CreateMechanisms(1);
  const Sink sink =
      Watch({.after_revision = 1, .progress_interval = absl::Seconds(5)});

  Drain({sink});
  heart_.clock.Advance(absl::Seconds(5) - absl::Milliseconds(1));
  Drain({sink});
  EXPECT_THAT(Bookmarks(sink), IsEmpty());
  heart_.clock.Advance(absl::Milliseconds(1));
  Drain({sink});
  EXPECT_THAT(Bookmarks(sink), ElementsAre(1));
  heart_.clock.Advance(absl::Seconds(5));
  Drain({sink});
  EXPECT_THAT(Bookmarks(sink), ElementsAre(1, 1));
}

TEST_F(FeedTest, AChangeBreaksTheSilence) {
  const Sink sink =
      Watch({.after_revision = 0, .progress_interval = absl::Seconds(5)});

  for (int i = 0; i < 5; ++i) {
    heart_.clock.Advance(absl::Seconds(4));
    CreateMechanisms(1);
    Drain({sink});
  }

  EXPECT_THAT(Bookmarks(sink), IsEmpty());
  EXPECT_EQ(Changes(sink).size(), 5u);
}

TEST_F(FeedTest, BookmarksSoonAfterWhatItLeftOut) {
  const Sink sink = Watch({.after_revision = 0,
                           .name_prefixes = {"rounds/"},
                           .progress_interval = absl::Hours(1)});
  for (int i = 0; i < 10; ++i) {
    CreateMechanisms(1);
    Drain({sink});
    EXPECT_LE(Bookmarks(sink).size(), 1u);  // not one for each
  }

  heart_.clock.Advance(kSkipProgressInterval);
  Drain({sink});
  heart_.clock.Advance(kSkipProgressInterval);
  Drain({sink});

  EXPECT_THAT(Bookmarks(sink), ElementsAre(10));
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, KeepsTheSilenceWithinItsLimits) {
  const Sink eager =
      Watch({.after_revision = 0, .progress_interval = absl::Nanoseconds(1)});
  const Sink lazy =
      Watch({.after_revision = 0, .progress_interval = absl::Hours(1000)});

  Drain({eager, lazy});
  EXPECT_THAT(Bookmarks(eager), IsEmpty());
  heart_.clock.Advance(kProgressIntervalMin);
  Drain({eager, lazy});
  EXPECT_THAT(Bookmarks(eager), ElementsAre(0));
  heart_.clock.Advance(kProgressIntervalMax);
  Drain({eager, lazy});
  EXPECT_THAT(Bookmarks(lazy), ElementsAre(0));
}

TEST_F(FeedTest, BookmarksAfterTheWallClockWasSetBack) {
  const Sink sink =
      Watch({.after_revision = 0, .progress_interval = absl::Seconds(5)});
  Drain({sink});

  heart_.clock.Advance(-absl::Hours(1));
  Drain({sink});
  EXPECT_THAT(Bookmarks(sink), IsEmpty());
  heart_.clock.Advance(absl::Seconds(5));
  Drain({sink});

  EXPECT_THAT(Bookmarks(sink), ElementsAre(0));
}

// Something happens whenever its log has been read.
class BusyStore final : public tests::ForwardingStore {
 public:
  BusyStore(Store& store, std::function<void()> on_read)
      : ForwardingStore(store), on_read_(std::move(on_read)) {}

  absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, const ReadLimit& limit) const override {
    auto changes = ForwardingStore::ReadChanges(after_revision, limit);
    on_read_();
    return changes;
  }

 private:
  const std::function<void()> on_read_;
};

TEST_F(FeedTest, BookmarksWhilePassingOverWhatDoesNotFit) {
  const auto count = static_cast<int64_t>(kFeedTurnCountMax) * 2 + 5;
  CreateMechanisms(static_cast<int>(count));
  const BusyStore store(heart_.store,
                        [this] { heart_.clock.Advance(absl::Seconds(2)); });
  Feed feed(store, heart_.clock);
  const Sink sink = *RecordingSink::Watch(
      feed, {.after_revision = 0, .name_prefixes = {"rounds/"}});

  do {
    feed.RunReady();
  } while (sink->Continue(feed));

  EXPECT_THAT(Bookmarks(sink),
              ElementsAre(count - 5 - kFeedTurnCountMax, count - 5, count));
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, BookmarksUnderSustainedLoad) {
  CreateMechanisms(1);
  Feed* waking = nullptr;
  const BusyStore store(heart_.store, [&] {
    // There is always one change more than this reader has heard of.
    heart_.clock.Advance(absl::Milliseconds(400));
    if (mechanism_count_ < 10) CreateMechanisms(1);
    waking->OnCommit(heart_.store.LastRevision());
  });
  Feed feed(store, heart_.clock);
  waking = &feed;
  const Sink sink = *RecordingSink::Watch(
      feed, {.after_revision = 0, .name_prefixes = {"rounds/"}});

  do {
    feed.RunReady();
  } while (sink->Continue(feed));

  EXPECT_THAT(Bookmarks(sink), ElementsAre(3, 6, 9));
}

TEST_F(FeedTest, StopEndsACatchUp) {
  CreateMechanisms(static_cast<int>(kFeedTurnCountMax) * 3);
  int reads = 0;
  Feed* stopping = nullptr;
  const BusyStore store(heart_.store, [&] {
    ++reads;
    stopping->Stop();
  });
  Feed feed(store, heart_.clock);
  stopping = &feed;
  const Sink sink = *RecordingSink::Watch(
      feed, {.after_revision = 0, .name_prefixes = {"rounds/"}});

  feed.RunReady();

  EXPECT_EQ(reads, kFeedTurnCountMax / kFeedReadCountMax);  // one turn
}

TEST_F(FeedTest, SnapshotIsFollowedWithoutSeam) {
  CreateMechanisms(5);
  ASSERT_TRUE(heart_.Delete("mechanisms/m2").ok());
  const Sink sink = Watch({});
  CreateMechanisms(1);  // before the first part was read

  heart_.feed.RunReady();
  CreateMechanisms(1);  // while it is on its way
  Drain({sink});

  ExpectPromisesKept(sink);
  EXPECT_EQ(sink->stream().messages.at(0).records.size(), 5u);
  EXPECT_THAT(Changes(sink), ElementsAre(7, 8));
}

TEST_F(FeedTest, LargeSnapshotComesInParts) {
  v1::Mechanism mechanism;
  mechanism.set_display_name(std::string(kSnapshotPartBytesMax / 4, 'x'));
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(heart_.Create(absl::StrCat("mechanisms/m", i), mechanism).ok());

  const Sink sink = Watch({});
  Drain({sink});

  ExpectPromisesKept(sink);
  EXPECT_GE(sink->stream().messages.size(), 6u);
}

TEST_F(FeedTest, SnapshotOfSomeRecordsCountsThoseOnly) {
  CreateMechanisms(3);
  ASSERT_TRUE(heart_.CreateRound("rounds/2016").ok());

  const Sink sink = Watch(
      {.name_prefixes = {"rounds/", "mechanisms/m2", "mechanisms/m2", "r"}});
  Drain({sink});

  ExpectPromisesKept(sink);
  EXPECT_EQ(sink->stream().messages.back().record_count, 2);
}

TEST_F(FeedTest, SnapshotOfNothingEndsAtOnce) {
  const Sink sink = Watch({});
  Drain({sink});

  ASSERT_EQ(sink->stream().messages.size(), 1u);
  EXPECT_EQ(sink->stream().messages[0].kind, Kind::kSnapshotEnd);
  ExpectPromisesKept(sink);
}

TEST_F(FeedTest, ARevisionThatHasNotBeenWrittenIsRefused) {
  CreateMechanisms(1);

  const absl::Status status =
      RecordingSink::Watch(heart_.feed, {.after_revision = 2}).status();

  EXPECT_TRUE(absl::IsOutOfRange(status));
  EXPECT_EQ(ReasonOf(status), "REVISION_NOT_WRITTEN");
  EXPECT_EQ(heart_.feed.watcher_count(), 0u);
}

TEST_F(FeedTest, AResumeKnowsItsHistoryByTheHash) {
  CreateMechanisms(2);
  const std::string hash = heart_.store.ReadLogEntry(1)->hash;
  const auto watch = [this](int64_t after_revision, std::string after_hash) {
    return RecordingSink::Watch(heart_.feed,
                                {.after_revision = after_revision,
                                 .after_hash = std::move(after_hash)})
        .status();
  };

  EXPECT_EQ(watch(1, hash), absl::OkStatus());
  EXPECT_EQ(watch(0, FirstPreviousHash()), absl::OkStatus());
  for (const absl::Status& status :
       {watch(2, hash), watch(0, hash), watch(1, "short")}) {
    EXPECT_TRUE(absl::IsFailedPrecondition(status));
    EXPECT_EQ(ReasonOf(status), "HISTORY_DIFFERS");
  }
  EXPECT_EQ(heart_.feed.watcher_count(), 2u);
}

TEST_F(FeedTest, SnapshotEndsWithTheHashToResumeWith) {
  const Sink of_nothing = Watch({});
  heart_.feed.RunReady();
  CreateMechanisms(2);
  const Sink of_two = Watch({});
  heart_.feed.RunReady();
  EXPECT_TRUE(of_two->Continue(heart_.feed));
  heart_.feed.RunReady();

  ASSERT_TRUE(of_nothing->in_flight() && of_two->in_flight());
  EXPECT_TRUE(absl::EndsWith(*of_nothing->in_flight(), FirstPreviousHash()));
  EXPECT_TRUE(
      absl::EndsWith(*of_two->in_flight(), heart_.store.ReadLogEntry(2)->hash));
}

TEST_F(FeedTest, TooManyWatchersAreRefused) {
  std::vector<Sink> sinks;
  for (size_t i = 0; i < kWatchersMax; ++i)
    sinks.push_back(Watch({.after_revision = 0}));

  const absl::Status status =
      RecordingSink::Watch(heart_.feed, {.after_revision = 0}).status();
  EXPECT_TRUE(absl::IsResourceExhausted(status));
  EXPECT_EQ(ReasonOf(status), "TOO_MANY_WATCHERS");

  heart_.feed.Remove(*sinks[0]);
  EXPECT_EQ(RecordingSink::Watch(heart_.feed, {.after_revision = 0}).status(),
            absl::OkStatus());
}

TEST_F(FeedTest, RemovedWatcherIsLeftAlone) {
  const Sink idle = Watch({.after_revision = 0});
  const Sink ready = Watch({.after_revision = 0});
  const Sink busy = Watch({.after_revision = 0});
  heart_.feed.RunReady();
  CreateMechanisms(1);
  heart_.feed.Remove(*idle);
  heart_.feed.RunReady();
  heart_.feed.Remove(*busy);
  CreateMechanisms(1);
  EXPECT_TRUE(ready->Continue(heart_.feed));
  heart_.feed.Remove(*ready);

  Drain({idle, ready, busy});

  EXPECT_THAT(Changes(idle), IsEmpty());
  EXPECT_THAT(Changes(ready), ElementsAre(1));
  EXPECT_THAT(Changes(busy), ElementsAre(1));
  EXPECT_EQ(heart_.feed.watcher_count(), 0u);
}

TEST_F(FeedTest, DrainEndsAllWatchesAndTakesNoNewOnes) {
  const Sink idle = Watch({.after_revision = 0});
  const Sink busy = Watch({.after_revision = 0});
  CreateMechanisms(1);
  heart_.feed.RunReady();

  heart_.feed.Drain();
  CreateMechanisms(1);
  Drain({idle, busy});

  for (const Sink& sink : {idle, busy}) {
    EXPECT_TRUE(absl::IsUnavailable(sink->status()));
    EXPECT_EQ(ReasonOf(sink->status()), "DRAINING");
    EXPECT_THAT(Changes(sink), ElementsAre(1));
  }
  EXPECT_EQ(ReasonOf(RecordingSink::Watch(heart_.feed, {}).status()),
            "DRAINING");
}

// Its log cannot be read after revision 1, nor its records listed.
class DamagedStore final : public tests::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, const ReadLimit& limit) const override {
    if (after_revision > 0) return absl::DataLossError("damaged");
    return ForwardingStore::ReadChanges(after_revision, {1, limit.bytes_max});
  }
  absl::StatusOr<ListPage> List(const ListQuery&) const override {
    return absl::DataLossError("damaged");
  }
};

TEST_F(FeedTest, ADamagedStoreEndsTheWatchesThatReachTheDamage) {
  CreateMechanisms(3);
  const DamagedStore store(heart_.store);
  Feed feed(store, heart_.clock);
  const Sink reader = *RecordingSink::Watch(feed, {.after_revision = 0});
  const Sink snapshot = *RecordingSink::Watch(feed, {});
  const Sink live = *RecordingSink::Watch(feed, {.after_revision = 3});

  feed.RunReady();
  EXPECT_TRUE(reader->Continue(feed));
  feed.RunReady();

  EXPECT_THAT(Changes(reader), ElementsAre(1));
  EXPECT_TRUE(absl::IsDataLoss(reader->status()));
  EXPECT_TRUE(absl::IsDataLoss(snapshot->status()));
  EXPECT_EQ(live->status(), absl::OkStatus());
}

TEST_F(FeedTest, NamesThoseThatWatch) {
  const Sink reporting = Watch({.after_revision = 0, .consumer = "reporting"});
  const Sink backup = Watch({.after_revision = 0, .consumer = "backup"});
  const Sink nameless = Watch({.after_revision = 0});
  CreateMechanisms(3);
  Drain({reporting});
  heart_.feed.RunReady();

  const auto positions = heart_.feed.Positions(10);

  ASSERT_EQ(positions.size(), 2u);
  EXPECT_EQ(positions[0].consumer, "backup");
  EXPECT_EQ(positions[0].delivered_revision, 0);  // still on its way
  EXPECT_EQ(positions[1].consumer, "reporting");
  EXPECT_EQ(positions[1].delivered_revision, 3);
  EXPECT_EQ(heart_.feed.Positions(1).size(), 1u);
  EXPECT_EQ(heart_.feed.watcher_count(), 3u);
}

}  // namespace
}  // namespace compendium::registry
