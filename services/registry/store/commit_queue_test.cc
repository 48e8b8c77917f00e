// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/commit_queue.h"

#include <gmock/gmock.h>

#include <memory>
#include <set>
#include <thread>

#include "absl/strings/str_cat.h"
#include "lib/base/clock.h"
#include "lib/request/error_details.h"
#include "services/registry/store/memory_store.h"
#include "tests/support/forwarding_store.h"

namespace compendium::registry {
namespace {

// Counts up; a test waits until it is there. A count that never comes ends the
// test after a minute.
class Counter {
 public:
  void Add() {
    {
      base::MutexLock lock(mu_);
      ++count_;
    }
    changed_.NotifyAll();
  }
  void WaitFor(int count) {
    base::MutexLock lock(mu_);
    while (count_ < count)
      ASSERT_TRUE(changed_.WaitFor(mu_, std::chrono::minutes(1)));
  }

 private:
  base::Mutex mu_;
  base::CondVar changed_;
  int count_ ABSL_GUARDED_BY(mu_) = 0;
};

// What GatedStore forwards to, made before the part of it that forwards.
struct Engine {
  const base::FakeClock clock{absl::UnixEpoch()};
  MemoryStore store{clock};
};

// A memory store whose commits wait for the test: each takes one permit.
class GatedStore final : private Engine, public tests::ForwardingStore {
 public:
  GatedStore() : ForwardingStore(store) {}

  std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) override {
    batch_sizes.push_back(transactions.size());
    committer = std::this_thread::get_id();
    entered.Add();
    permits_.WaitFor(static_cast<int>(batch_sizes.size()));
    return ForwardingStore::Commit(transactions);
  }

  void Permit(int commits) {
    for (int i = 0; i < commits; ++i) permits_.Add();
  }

  Counter entered;
  // To be read once the queue has stopped.
  std::vector<size_t> batch_sizes;
  std::thread::id committer;

 private:
  Counter permits_;
};

Transaction Create(const std::string& name, size_t bytes = 1) {
  Transaction transaction;
  transaction.mutations.push_back(
      {name, ChangeKind::kCreated, std::string(bytes, 'x')});
  return transaction;
}

// Keeps the answers as text, in the order in which they came.
class Answers {
 public:
  CommitQueue::Done Next() {
    return [this](absl::StatusOr<Committed> answer) {
      Note(answer.ok() ? absl::StrCat(answer->revision)
                       : ReasonOf(answer.status()));
    };
  }
  void Note(const std::string& text) {
    {
      base::MutexLock lock(mu_);
      texts_.push_back(text);
    }
    came_.Add();
  }
  std::vector<std::string> texts() {
    base::MutexLock lock(mu_);
    return texts_;
  }
  void WaitFor(int count) { came_.WaitFor(count); }

 private:
  Counter came_;
  base::Mutex mu_;
  std::vector<std::string> texts_ ABSL_GUARDED_BY(mu_);
};

using testing::ElementsAre;

TEST(CommitQueue, EachSubmissionGetsItsOwnRevision) {
  const base::FakeClock clock(absl::UnixEpoch());
  MemoryStore store(clock);
  CommitQueue queue(store, {});
  queue.Start();
  Answers answers;

  std::vector<std::thread> clients;
  for (int client = 0; client < 4; ++client) {
    clients.emplace_back([&, client] {
      for (int i = 0; i < 100; ++i)
        queue.Submit(Create(absl::StrCat(client, "-", i)), answers.Next());
    });
  }
  for (std::thread& client : clients) client.join();
  queue.Stop();

  const std::vector<std::string> texts = answers.texts();
  EXPECT_EQ(texts.size(), 400u);
  EXPECT_EQ(std::set<std::string>(texts.begin(), texts.end()).size(), 400u);
  EXPECT_EQ(store.LastRevision(), 400);
}

TEST(CommitQueue, TransactionsThatWaitShareOneCommit) {
  GatedStore store;
  CommitQueue queue(store, {});
  Answers answers;
  queue.Start();
  // Is held until the store has written.
  std::thread first([&] { queue.Submit(Create("first"), answers.Next()); });
  store.entered.WaitFor(1);
  for (int i = 0; i < 10; ++i)
    queue.Submit(Create(absl::StrCat(i)), answers.Next());

  store.Permit(2);
  first.join();
  queue.Stop();

  EXPECT_THAT(store.batch_sizes, ElementsAre(1, 10));
  EXPECT_THAT(answers.texts(), ElementsAre("1", "2", "3", "4", "5", "6", "7",
                                           "8", "9", "10", "11"));
}

TEST(CommitQueue, BatchIsBoundedInTransactions) {
  GatedStore store;
  CommitQueue queue(store, {.batch_transactions_max = 4});
  Answers answers;
  for (int i = 0; i < 10; ++i)
    queue.Submit(Create(absl::StrCat(i)), answers.Next());

  store.Permit(10);
  queue.Start();
  queue.Stop();

  EXPECT_THAT(store.batch_sizes, ElementsAre(4, 4, 2));
}

TEST(CommitQueue, BatchIsBoundedInBytesButTakesALargeTransactionAlone) {
  GatedStore store;
  CommitQueue queue(store, {.batch_bytes_max = 2500});
  Answers answers;
  const size_t sizes[] = {1000, 1000, 1000, 9000, 1000};
  for (size_t i = 0; i < 5; ++i)
    queue.Submit(Create(absl::StrCat(i), sizes[i]), answers.Next());

  store.Permit(10);
  queue.Start();
  queue.Stop();

  EXPECT_THAT(store.batch_sizes, ElementsAre(2, 1, 1, 1));
}

TEST(CommitQueue, FullQueueRefuses) {
  GatedStore store;
  CommitQueue queue(store,
                    {.queue_transactions_max = 3, .queue_bytes_max = 5000});
  Answers answers;
  queue.Submit(Create("a", 1000), answers.Next());
  queue.Submit(Create("b", 5000), answers.Next());
  queue.Submit(Create("c", 1000), answers.Next());
  queue.Submit(Create("d", 1000), answers.Next());
  queue.Submit(Create("e", 1000), answers.Next());

  EXPECT_THAT(answers.texts(),
              ElementsAre("COMMIT_QUEUE_FULL", "COMMIT_QUEUE_FULL"));
  store.Permit(10);
  queue.Start();
  queue.Stop();
  EXPECT_EQ(store.LastRevision(), 3);
}

TEST(CommitQueue, StopAnswersEverythingThatWaits) {
  GatedStore store;
  CommitQueue queue(store, {.batch_transactions_max = 3});
  Answers answers;
  for (int i = 0; i < 20; ++i)
    queue.Submit(Create(absl::StrCat(i)), answers.Next());

  store.Permit(20);
  queue.Start();
  queue.Stop();
  queue.Stop();

  EXPECT_EQ(answers.texts().size(), 20u);
  EXPECT_EQ(store.LastRevision(), 20);
}

TEST(CommitQueue, SubmissionAfterStopIsRefused) {
  GatedStore store;
  CommitQueue queue(store, {});
  Answers answers;
  queue.Start();
  queue.Stop();

  queue.Submit(Create("a"), answers.Next());

  EXPECT_THAT(answers.texts(), ElementsAre("SHUTTING_DOWN"));
}

TEST(CommitQueue, QueueThatNeverStartedRefusesWhatWaits) {
  GatedStore store;
  Answers answers;
  {
    CommitQueue queue(store, {});
    queue.Submit(Create("a"), answers.Next());
  }

  EXPECT_THAT(answers.texts(), ElementsAre("SHUTTING_DOWN"));
}

TEST(CommitQueue, HookComesOnceForABatchAndBeforeItsCompletions) {
  GatedStore store;
  Answers answers;
  CommitQueue queue(store, {.committed = [&](int64_t last_revision) {
                      answers.Note(absl::StrCat("hook ", last_revision));
                    }});
  queue.Submit(Create("a"), answers.Next());
  queue.Submit(Create("b"), answers.Next());
  queue.Submit(Create("a"), answers.Next());

  store.Permit(2);
  queue.Start();
  answers.WaitFor(4);
  queue.Submit(Create("a"), answers.Next());
  queue.Stop();

  EXPECT_THAT(answers.texts(), ElementsAre("hook 2", "1", "2", "RECORD_EXISTS",
                                           "RECORD_EXISTS"));
}

TEST(CommitQueue, BatchesPileUpBehindASlowCompletionInOrder) {
  GatedStore store;
  CommitQueue queue(store, {.batch_transactions_max = 1});
  Counter finisher_entered;
  Counter finisher_permits;
  Answers answers;
  store.Permit(10);
  queue.Submit(Create("slow"), [&](absl::StatusOr<Committed> answer) {
    finisher_entered.Add();
    finisher_permits.WaitFor(1);
    answers.Note(absl::StrCat(answer->revision));
  });
  for (int i = 0; i < 9; ++i)
    queue.Submit(Create(absl::StrCat(i)), answers.Next());

  // One batch is with the finisher, two wait for it, and the committer stands
  // with the fourth, which it cannot hand over yet.
  queue.Start();
  finisher_entered.WaitFor(1);
  store.entered.WaitFor(4);
  EXPECT_THAT(answers.texts(), ElementsAre());
  finisher_permits.Add();
  queue.Stop();

  EXPECT_THAT(answers.texts(),
              ElementsAre("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));
}

TEST(CommitQueue, AllThatATransactionHoldsCountsAgainstTheQueue) {
  GatedStore store;
  CommitQueue queue(store, {.queue_bytes_max = 5000});
  Answers answers;
  Transaction guarded = Create("b");
  guarded.preconditions.push_back({.kind = Precondition::Kind::kExists,
                                   .name = std::string(3000, 'n'),
                                   .suffix = std::string(3000, 's')});
  Transaction requested = Create("c");
  requested.request_id = std::string(6000, 'r');
  queue.Submit(Create("a"), answers.Next());
  queue.Submit(std::move(guarded), answers.Next());
  queue.Submit(std::move(requested), answers.Next());

  EXPECT_THAT(answers.texts(),
              ElementsAre("COMMIT_QUEUE_FULL", "COMMIT_QUEUE_FULL"));
  store.Permit(1);
  queue.Start();
  queue.Stop();
}

TEST(CommitQueue, NextBatchIsWrittenWhileCompletionsRun) {
  GatedStore store;
  CommitQueue queue(store, {});
  store.Permit(2);

  // The first completion ends only once the second commit has begun.
  queue.Submit(Create("a"), [&](absl::StatusOr<Committed> answer) {
    EXPECT_TRUE(answer.ok());
    queue.Submit(Create("b"), [](absl::StatusOr<Committed> second) {
      EXPECT_TRUE(second.ok());
    });
    store.entered.WaitFor(2);
  });
  queue.Submit(Create("c"), [](absl::StatusOr<Committed>) {});
  queue.Start();
  store.entered.WaitFor(2);
  queue.Stop();

  EXPECT_EQ(store.LastRevision(), 3);
}

TEST(CommitQueue, LoneTransactionIsCommittedAndAnsweredByItsSubmitter) {
  GatedStore store;
  CommitQueue queue(store, {});
  store.Permit(1);
  queue.Start();
  std::thread::id answering;

  queue.Submit(Create("a"), [&](absl::StatusOr<Committed>) {
    answering = std::this_thread::get_id();
  });

  EXPECT_EQ(store.committer, std::this_thread::get_id());
  EXPECT_EQ(answering, std::this_thread::get_id());
}

TEST(CommitQueue, CommitterTakesOverOnceOneWaitedForAnother) {
  GatedStore store;
  CommitQueue queue(store, {});
  Answers answers;
  queue.Start();
  std::thread first([&] { queue.Submit(Create("a"), answers.Next()); });
  store.entered.WaitFor(1);
  queue.Submit(Create("b"), answers.Next());
  queue.Submit(Create("c"), answers.Next());
  store.Permit(3);
  answers.WaitFor(3);

  queue.Submit(Create("d"), answers.Next());

  first.join();
  queue.Stop();
  EXPECT_EQ(answers.texts().size(), 4u);
  EXPECT_NE(store.committer, std::this_thread::get_id());
}

TEST(CommitQueue, WhatIsSubmittedByACompletionIsNotCommittedWithinIt) {
  GatedStore store;
  CommitQueue queue(store, {});
  store.Permit(2);
  queue.Start();
  Answers answers;

  queue.Submit(Create("a"), [&](absl::StatusOr<Committed>) {
    queue.Submit(Create("b"), answers.Next());
    answers.Note("a");
  });
  queue.Stop();

  EXPECT_THAT(answers.texts(), ElementsAre("a", "2"));
  EXPECT_NE(store.committer, std::this_thread::get_id());
}

// Seen by ThreadSanitizer: the end of Submit woke a committer that was gone.
TEST(CommitQueue, MayEndWhileAnAnsweredSubmitterReturns) {
  const base::FakeClock clock(absl::UnixEpoch());
  for (int i = 0; i < 200; ++i) {
    MemoryStore store(clock);
    Answers answers;
    auto queue = std::make_unique<CommitQueue>(store, CommitQueue::Options());
    queue->Start();
    CommitQueue& borrowed = *queue;
    std::thread submitter(
        [&] { borrowed.Submit(Create("a"), answers.Next()); });
    answers.WaitFor(1);

    queue.reset();

    submitter.join();
    EXPECT_EQ(store.LastRevision(), 1);
  }
}

TEST(CommitQueue, StopWaitsForTheCommitOfASubmitter) {
  GatedStore store;
  CommitQueue queue(store, {});
  Answers answers;
  queue.Start();
  std::thread submitter([&] { queue.Submit(Create("a"), answers.Next()); });
  store.entered.WaitFor(1);
  std::thread stopper([&] {
    queue.Stop();
    answers.Note("stopped");
  });

  store.Permit(1);
  stopper.join();
  submitter.join();

  EXPECT_THAT(answers.texts(), ElementsAre("1", "stopped"));
}

}  // namespace
}  // namespace compendium::registry
