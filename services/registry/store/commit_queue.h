// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "absl/functional/any_invocable.h"
#include "absl/status/statusor.h"
#include "lib/base/mutex.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// Group commit: many threads submit transactions, one at a time commits all
// that wait in one synced write. Each is answered on its own.
//
// Two threads, from Start to Stop. The committer takes what waits and calls
// Store::Commit; the finisher then calls the hook and the completions, while
// the committer writes the next batch. Where transactions come one by one there
// is nothing to share: who submits the next one commits and finishes it
// himself, because waking the committer would take as long as a write to a fast
// disk. Once one waits for another, the committer takes over, and the wake-up
// gives more of them time to come. Batches finish in the order of their
// revisions. Nothing is called under a lock.
//
// Borrows the store and is the only one to call its Commit.
class CommitQueue {
 public:
  // Receives the answer to one transaction, once, on a thread of the queue or
  // inside Submit. It must be short and must not call Stop; it may submit.
  using Done = absl::AnyInvocable<void(absl::StatusOr<Committed>) &&>;

  struct Options {
    // One batch: 256 records of 16 KB, some ten milliseconds of writing. One
    // transaction that passes it alone is a batch of its own.
    size_t batch_transactions_max = 256;
    size_t batch_bytes_max = size_t{4} << 20;

    // What may wait: seconds of work for the disk. Beyond it waiting would only
    // make every answer late.
    size_t queue_transactions_max = 8192;
    size_t queue_bytes_max = size_t{128} << 20;

    // Called once for each batch that wrote something, before its completions,
    // with the last revision that can be read now: the wake-up of the feed.
    std::function<void(int64_t last_revision)> committed = nullptr;
  };

  CommitQueue(Store& store, Options options);

  // Stops.
  ~CommitQueue();
  CommitQueue(const CommitQueue&) = delete;
  CommitQueue& operator=(const CommitQueue&) = delete;

  // Starts the threads; once. What was submitted before is committed now.
  void Start();

  // Takes no more, commits what waits, answers everything and joins the
  // threads. Without Start, what waits is refused. Again: nothing.
  void Stop();

  // Queues a transaction. UNAVAILABLE with reason COMMIT_QUEUE_FULL or, after
  // Stop, SHUTTING_DOWN; otherwise what Store::Commit answers. Any thread, of
  // which one at most is held while it writes.
  void Submit(Transaction transaction, Done done);

 private:
  struct Waiting {
    Transaction transaction;
    size_t bytes = 0;
    Done done;
  };
  struct Batch {
    std::vector<Transaction> transactions;
    std::vector<Done> completions;
    std::vector<absl::StatusOr<Committed>> answers;
    int64_t last_revision = 0;
    bool wrote = false;
  };

  void CommitBatches();
  void FinishBatches();
  void Commit(Batch batch) ABSL_LOCKS_EXCLUDED(mu_);
  void Finish(Batch& batch);
  bool AwaitTurn(Batch& batch) ABSL_LOCKS_EXCLUDED(mu_);
  void TakeWaiting(Batch& batch) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  bool TakeFinished(Batch& batch) ABSL_LOCKS_EXCLUDED(mu_);
  void HandOver(Batch batch) ABSL_LOCKS_EXCLUDED(mu_);
  bool IsAlone(const Batch& batch) ABSL_LOCKS_EXCLUDED(mu_);

  // Constant after construction.
  Store& store_;
  const Options options_;

  base::Mutex mu_;
  base::CondVar waiting_changed_;   // the committer waits for its turn
  base::CondVar finished_changed_;  // the finisher waits; the committer, too
  std::deque<Waiting> waiting_ ABSL_GUARDED_BY(mu_);
  size_t waiting_bytes_ ABSL_GUARDED_BY(mu_) = 0;
  bool started_ ABSL_GUARDED_BY(mu_) = false;
  bool committing_ ABSL_GUARDED_BY(mu_) = false;  // somebody has the turn
  bool quiet_ ABSL_GUARDED_BY(mu_) = true;  // nothing waited for the last one
  std::deque<Batch> finished_ ABSL_GUARDED_BY(mu_);
  bool finishing_ ABSL_GUARDED_BY(mu_) = false;  // the finisher has a batch
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
  bool committer_ended_ ABSL_GUARDED_BY(mu_) = false;

  // Belongs to whoever has the turn.
  int64_t last_revision_ = 0;

  // Used by Start and Stop only, which one thread calls.
  std::thread committer_;
  std::thread finisher_;
};

}  // namespace compendium::registry
