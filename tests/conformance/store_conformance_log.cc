// SPDX-License-Identifier: Apache-2.0
// The change log: content, chain, times, and that reopening keeps all.
#include <gmock/gmock.h>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "services/registry/store/log_entry.h"
#include "tests/conformance/store_conformance.h"

namespace compendium::registry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_P(StoreConformance, LogEntrySaysWhoWhenWhyAndWhat) {
  Transaction transaction =
      WithRequest("r1", 'f', And(Create("a", "abc"), Create("b", "")));
  transaction.author = "a.diallo";
  transaction.reason = "späte Antwort";
  CommitAll({transaction});

  const auto entry = store().ReadLogEntry(1);

  ASSERT_TRUE(entry.ok()) << entry.status();
  EXPECT_EQ(entry->revision, 1);
  EXPECT_EQ(entry->commit_time, clock().Now());
  EXPECT_EQ(entry->author, "a.diallo");
  EXPECT_EQ(entry->reason, "späte Antwort");
  EXPECT_EQ(entry->request_id, "r1");
  EXPECT_EQ(entry->request_fingerprint, std::string(32, 'f'));
  ASSERT_EQ(entry->records.size(), 2u);
  EXPECT_EQ(entry->records[0].name, "a");
  EXPECT_EQ(entry->records[0].kind, ChangeKind::kCreated);
  EXPECT_EQ(entry->records[0].value_sha256, base::Sha256({"abc"}));
  EXPECT_EQ(entry->records[1].name, "b");
}

TEST_P(StoreConformance, ChainOfHashesCanBeRecomputed) {
  CommitAll({Create("a"), And(Update("a"), Create("b")), Delete("a")});

  const std::vector<LoggedChange> log = CheckedLog();

  ASSERT_EQ(log.size(), 3u);
  EXPECT_EQ(log[0].entry.hash,
            base::Sha256({std::string(32, '\0'), log[0].entry.payload}));
  EXPECT_EQ(log[2].entry.hash,
            base::Sha256({log[1].entry.hash, log[2].entry.payload}));
}

TEST_P(StoreConformance, ChangesCarryTheVersionsThatTheyWrote) {
  CommitAll({Create("a", "1"), And(Update("a", "2"), Create("b", "2")),
             Delete("a", "2")});

  const auto changes = store().ReadChanges(0, kNoLimit);

  ASSERT_EQ(changes->size(), 3u);
  EXPECT_THAT(Describe((*changes)[0].versions), ElementsAre("a@1=1"));
  EXPECT_THAT(Describe((*changes)[1].versions), ElementsAre("a@2=2", "b@2=2"));
  EXPECT_THAT(Describe((*changes)[2].versions), ElementsAre("a@3=2"));
  EXPECT_TRUE((*changes)[2].versions[0].head.deleted());
}

TEST_P(StoreConformance, ChangesFollowAnyRevision) {
  for (int i = 0; i < 100; ++i) CommitAll({Create(absl::StrCat("a", i))});

  for (const int64_t after : {0, 1, 31, 32, 63, 98, 99}) {
    const auto changes =
        store().ReadChanges(after, {.count_max = 50, .bytes_max = 100000});

    ASSERT_TRUE(changes.ok()) << changes.status();
    EXPECT_EQ(static_cast<int64_t>(changes->size()),
              std::min<int64_t>(50, 100 - after));
    int64_t revision = after;
    for (const LoggedChange& change : *changes)
      EXPECT_EQ(change.entry.revision, ++revision);
  }
  EXPECT_THAT(*store().ReadChanges(100, kNoLimit), IsEmpty());
}

TEST_P(StoreConformance, ChangesAreBoundedInBytesButReturnSomething) {
  for (int i = 0; i < 5; ++i)
    CommitAll({Create(absl::StrCat("a", i), std::string(1000, 'x'))});
  const size_t three = 3 * 1200;

  EXPECT_EQ(
      store().ReadChanges(0, {.count_max = 9, .bytes_max = three})->size(), 3u);
  EXPECT_EQ(store().ReadChanges(0, {.count_max = 9, .bytes_max = 1})->size(),
            1u);
  EXPECT_EQ(store().ReadChanges(0, {})->size(), 1u);
  EXPECT_EQ(store()
                .ReadChanges(0, {.count_max = SIZE_MAX, .bytes_max = SIZE_MAX})
                ->size(),
            5u);
}

TEST_P(StoreConformance, CommitTimesNeverGoBack) {
  const absl::Time start = clock().Now();
  CommitAll({Create("a")});
  clock().Advance(-absl::Hours(1));
  CommitAll({Create("b")});
  Reopen();
  CommitAll({Update("a")});
  clock().Advance(absl::Hours(2) + absl::Nanoseconds(1500));
  CommitAll({Update("b")});

  const std::vector<LoggedChange> log = CheckedLog();

  EXPECT_EQ(log[0].entry.commit_time, start);
  EXPECT_EQ(log[1].entry.commit_time, start);
  EXPECT_EQ(log[2].entry.commit_time, start);
  EXPECT_EQ(log[3].entry.commit_time,
            start + absl::Hours(1) + absl::Microseconds(1));
  EXPECT_EQ(store().Get("b", 4)->head.update_time, log[3].entry.commit_time);
}

TEST_P(StoreConformance, ReopeningKeepsEverything) {
  CommitAll({Create("a", "1"), And(Update("a", "2"), Create("b", "2")),
             WithRequest("r1", 'f', Delete("b", "2"))});
  const std::string store_id = store().store_id();
  std::string before;
  for (const LoggedChange& change : CheckedLog())
    absl::StrAppend(&before, DescribeAll(change), "\n");

  Reopen();

  EXPECT_EQ(store().store_id(), store_id);
  EXPECT_EQ(store().LastRevision(), 3);
  std::string after;
  for (const LoggedChange& change : CheckedLog())
    absl::StrAppend(&after, DescribeAll(change), "\n");
  EXPECT_EQ(after, before);
  EXPECT_THAT(ListNow(""), ElementsAre("a@2=2"));
  EXPECT_EQ(Commit(Update("a", "4"))->revision, 4);
  CheckedLog();
}

TEST_P(StoreConformance, EmptyStoreKeepsItsIdentityWhenReopened) {
  const std::string store_id = store().store_id();

  Reopen();

  EXPECT_EQ(store().store_id(), store_id);
  EXPECT_EQ(store().LastRevision(), 0);
  EXPECT_EQ(Commit(Create("a"))->revision, 1);
}

}  // namespace
}  // namespace compendium::registry
