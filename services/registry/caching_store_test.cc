// SPDX-License-Identifier: Apache-2.0
#include "services/registry/caching_store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/clock.h"
#include "services/registry/store/memory_store.h"
#include "tests/support/forwarding_store.h"

namespace compendium::registry {
namespace {

// Counts the reads that reach the engine, and may be made to do something in
// the middle of one.
class WatchedEngine final : public tests::ForwardingStore {
 public:
  using ForwardingStore::ForwardingStore;

  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const override {
    ++reads;
    auto version = ForwardingStore::Get(name, at_revision);
    if (during_read) std::exchange(during_read, nullptr)();
    return version;
  }

  mutable std::atomic<int> reads = 0;
  mutable std::function<void()> during_read;
};

Transaction Write(const std::string& name, ChangeKind kind,
                  const std::string& value) {
  Transaction transaction;
  transaction.mutations = {{name, kind, value}};
  return transaction;
}

class CachingStoreTest : public testing::Test {
 protected:
  // A store whose cache holds some two of these records for each shard.
  explicit CachingStoreTest(size_t bytes_max = size_t{1} << 20) {
    auto engine = std::make_unique<WatchedEngine>(memory_);
    engine_ = engine.get();
    store_ = std::make_unique<CachingStore>(std::move(engine), bytes_max);
  }

  void Commit(const std::string& name, ChangeKind kind,
              const std::string& value) {
    ASSERT_TRUE(store_->Commit({Write(name, kind, value)}).at(0).ok());
  }

  base::RealClock clock_;
  MemoryStore memory_{clock_};
  WatchedEngine* engine_;
  std::unique_ptr<CachingStore> store_;
};

TEST_F(CachingStoreTest, WhatWasWrittenIsReadFromMemory) {
  Commit("a", ChangeKind::kCreated, "1");
  Commit("b", ChangeKind::kCreated, "2");

  EXPECT_EQ(store_->Get("a", 2)->value, "1");
  EXPECT_EQ(store_->Get("a", 1)->value, "1");
  EXPECT_EQ(engine_->reads, 0);
}

TEST_F(CachingStoreTest, WhatWasReadIsReadFromMemoryNextTime) {
  Commit("a", ChangeKind::kCreated, "1");
  auto engine = std::make_unique<WatchedEngine>(memory_);
  WatchedEngine& reads = *engine;
  const CachingStore restarted(std::move(engine));

  EXPECT_EQ(restarted.Get("a", 1)->value, "1");
  EXPECT_EQ(restarted.Get("a", 1)->value, "1");

  EXPECT_EQ(reads.reads, 1);
}

TEST_F(CachingStoreTest, PastVersionsComeFromTheEngine) {
  Commit("a", ChangeKind::kCreated, "1");
  Commit("a", ChangeKind::kUpdated, "2");

  EXPECT_EQ(store_->Get("a", 1)->value, "1");
  EXPECT_EQ(store_->Get("a", 2)->value, "2");
  EXPECT_EQ(engine_->reads, 1);
}

TEST_F(CachingStoreTest, ReadOfAPastRevisionIsNotTakenForTheLatest) {
  Commit("a", ChangeKind::kCreated, "1");
  Commit("a", ChangeKind::kUpdated, "2");
  const CachingStore restarted(
      std::make_unique<tests::ForwardingStore>(memory_));

  EXPECT_EQ(restarted.Get("a", 1)->value, "1");
  EXPECT_EQ(restarted.Get("a", 2)->value, "2");
}

TEST_F(CachingStoreTest, ReadThatACommitOvertakesIsNotKept) {
  Commit("a", ChangeKind::kCreated, "1");
  auto engine = std::make_unique<WatchedEngine>(memory_);
  WatchedEngine& reads = *engine;
  CachingStore restarted(std::move(engine), /*bytes_max=*/1);  // keeps nothing
  reads.during_read = [&] {
    EXPECT_TRUE(
        restarted.Commit({Write("a", ChangeKind::kUpdated, "2")}).at(0).ok());
  };

  EXPECT_EQ(restarted.Get("a", 1)->value, "1");
  EXPECT_EQ(restarted.Get("a", 2)->value, "2");
}

class SmallCache : public CachingStoreTest {
 protected:
  SmallCache() : CachingStoreTest(16 * 800) {}
};

// Readers of any revision get what the engine has, whatever is being written
// and dropped at the time.
TEST_F(SmallCache, NeverAnswersOtherwiseThanTheEngine) {
  constexpr int kNames = 64;
  for (int i = 0; i < kNames; ++i)
    Commit(absl::StrCat("n", i), ChangeKind::kCreated, "0");
  std::atomic<bool> done = false;

  std::vector<std::thread> readers;
  for (uint64_t seed = 0; seed < 3; ++seed) {
    readers.emplace_back([&, seed] {
      std::mt19937_64 random(seed);
      while (!done) {
        const std::string name = absl::StrCat("n", random() % kNames);
        const int64_t last = store_->LastRevision();
        const int64_t at = random() % 4 == 0
                               ? 1 + static_cast<int64_t>(
                                         random() % static_cast<uint64_t>(last))
                               : last;
        const auto got = store_->Get(name, at);
        const auto want = memory_.Get(name, at);
        ASSERT_EQ(got.ok(), want.ok());
        if (got.ok()) {
          ASSERT_EQ(got->head.revision, want->head.revision);
          ASSERT_EQ(got->value, want->value);
        }
      }
    });
  }
  std::mt19937_64 random(99);
  for (int i = 0; i < 3000; ++i) {
    std::vector<Transaction> batch;
    for (uint64_t j = random() % 4 + 1; j > 0; --j)
      batch.push_back(Write(absl::StrCat("n", random() % kNames),
                            ChangeKind::kUpdated,
                            std::string(300, static_cast<char>('a' + i % 26))));
    store_->Commit(batch);
  }
  done = true;
  for (std::thread& reader : readers) reader.join();

  EXPECT_GT(store_->LastRevision(), 3000);
}

}  // namespace
}  // namespace compendium::registry
