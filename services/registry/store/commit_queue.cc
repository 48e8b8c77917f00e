// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/commit_queue.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"

namespace compendium::registry {
namespace {

// How many batches may wait for the finisher. More would hide from submitters
// that completions are the bottleneck.
constexpr size_t kFinishedBatchesMax = 2;

// What a transaction holds in memory, roughly.
size_t BytesOf(const Transaction& transaction) {
  size_t bytes = transaction.author.size() + transaction.reason.size() +
                 transaction.request_id.size() +
                 transaction.request_fingerprint.size();
  for (const Precondition& precondition : transaction.preconditions)
    bytes += precondition.name.size() + precondition.suffix.size();
  for (const Mutation& mutation : transaction.mutations)
    bytes += mutation.name.size() + mutation.value.bytes().size();
  return bytes;
}

absl::Status QueueFullError(size_t waiting_count) {
  return TryAgainError(
      "COMMIT_QUEUE_FULL",
      absl::StrCat("the commit queue is full with ", waiting_count,
                   " transactions; try again later"),
      absl::Milliseconds(200));
}

absl::Status ShuttingDownError() {
  return TryAgainError("SHUTTING_DOWN", "the service is shutting down",
                       absl::Seconds(1));
}

}  // namespace

CommitQueue::CommitQueue(Store& store, Options options)
    : store_(store), options_(std::move(options)) {}

CommitQueue::~CommitQueue() { Stop(); }

void CommitQueue::Start() {
  CHECK(!committer_.joinable());
  last_revision_ = store_.LastRevision();
  {
    base::MutexLock lock(mu_);
    started_ = true;
  }
  committer_ = std::thread([this] { CommitBatches(); });
  finisher_ = std::thread([this] { FinishBatches(); });
}

void CommitQueue::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  waiting_changed_.NotifyOne();
  if (committer_.joinable()) committer_.join();
  if (finisher_.joinable()) finisher_.join();
  std::deque<Waiting> left;  // only when it never started
  {
    base::MutexLock lock(mu_);
    left.swap(waiting_);
    waiting_bytes_ = 0;
  }
  for (Waiting& waiting : left) std::move(waiting.done)(ShuttingDownError());
}

void CommitQueue::Submit(Transaction transaction, Done done) {
  const size_t bytes = BytesOf(transaction);
  absl::Status refusal;
  Batch own;
  {
    base::MutexLock lock(mu_);
    if (stopping_) {
      refusal = ShuttingDownError();
    } else if (waiting_.size() >= options_.queue_transactions_max ||
               (!waiting_.empty() &&
                waiting_bytes_ + bytes > options_.queue_bytes_max)) {
      refusal = QueueFullError(waiting_.size());
    } else {
      waiting_bytes_ += bytes;
      // Exchanged, as what was moved from must not be named below.
      waiting_.push_back(
          {std::move(transaction), bytes, std::exchange(done, nullptr)});
      if (started_ && quiet_ && !committing_ && waiting_.size() == 1) {
        TakeWaiting(own);
      } else if (!committing_) {
        waiting_changed_.NotifyOne();  // else who has the turn will
      }
    }
  }
  if (!refusal.ok()) {
    std::move(done)(std::move(refusal));
  } else if (!own.transactions.empty()) {
    Commit(std::move(own));
  }
}

// The committer's thread.
void CommitQueue::CommitBatches() {
  for (Batch batch; AwaitTurn(batch); batch = Batch()) Commit(std::move(batch));
  {
    base::MutexLock lock(mu_);
    committer_ended_ = true;
  }
  finished_changed_.NotifyAll();
}

// Waits for transactions that nobody else commits, and takes them; false when
// the queue stops and nothing waits any more.
bool CommitQueue::AwaitTurn(Batch& batch) {
  base::MutexLock lock(mu_);
  while (committing_ || (waiting_.empty() && !stopping_))
    waiting_changed_.Wait(mu_);
  if (waiting_.empty()) return false;
  TakeWaiting(batch);
  return true;
}

// Takes the turn, and as many transactions as fit one batch.
void CommitQueue::TakeWaiting(Batch& batch) {
  committing_ = true;
  size_t bytes = 0;
  while (!waiting_.empty() &&
         batch.transactions.size() < options_.batch_transactions_max) {
    Waiting& next = waiting_.front();
    if (!batch.transactions.empty() &&
        bytes + next.bytes > options_.batch_bytes_max)
      break;
    bytes += next.bytes;
    waiting_bytes_ -= next.bytes;
    batch.transactions.push_back(std::move(next.transaction));
    batch.completions.push_back(std::move(next.done));
    waiting_.pop_front();
  }
}

// Commits what was taken and passes the turn on.
void CommitQueue::Commit(Batch batch) {
  batch.answers = store_.Commit(batch.transactions);
  CHECK(batch.answers.size() == batch.transactions.size());
  batch.last_revision = store_.LastRevision();
  batch.wrote = batch.last_revision > last_revision_;
  last_revision_ = batch.last_revision;
  const bool alone = IsAlone(batch);
  if (alone) {
    Finish(batch);
  } else {
    HandOver(std::move(batch));
  }
  base::MutexLock lock(mu_);
  quiet_ = alone;
  committing_ = false;
  // Under the lock: once the committer has seen this, the queue may be
  // destroyed.
  if (!waiting_.empty() || stopping_) waiting_changed_.NotifyOne();
}

// Whether one caller waits for this batch, nobody for the next, and none is
// being finished: then handing it over would cost a wake-up and gain nothing.
bool CommitQueue::IsAlone(const Batch& batch) {
  base::MutexLock lock(mu_);
  return batch.completions.size() == 1 && waiting_.empty() &&
         finished_.empty() && !finishing_;
}

void CommitQueue::HandOver(Batch batch) {
  {
    base::MutexLock lock(mu_);
    while (finished_.size() >= kFinishedBatchesMax) finished_changed_.Wait(mu_);
    finished_.push_back(std::move(batch));
  }
  finished_changed_.NotifyAll();
}

// The finisher's thread.
void CommitQueue::FinishBatches() {
  for (Batch batch; TakeFinished(batch); batch = Batch()) Finish(batch);
}

// Waits for a committed batch; false when there will be no more.
bool CommitQueue::TakeFinished(Batch& batch) {
  {
    base::MutexLock lock(mu_);
    finishing_ = false;
    while (finished_.empty() && !committer_ended_) finished_changed_.Wait(mu_);
    if (finished_.empty()) return false;
    finishing_ = true;
    batch = std::move(finished_.front());
    finished_.pop_front();
  }
  finished_changed_.NotifyAll();
  return true;
}

void CommitQueue::Finish(Batch& batch) {
  if (batch.wrote && options_.committed)
    options_.committed(batch.last_revision);
  for (size_t i = 0; i < batch.completions.size(); ++i)
    std::move(batch.completions[i])(std::move(batch.answers[i]));
}

}  // namespace compendium::registry
