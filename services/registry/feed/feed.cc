// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/feed.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/feed/history_hash.h"
#include "services/registry/limits.h"
#include "services/registry/record_wire.h"
#include "services/registry/store/read_limiter.h"

namespace compendium::registry {
namespace {

// How long a drained client should wait: a restart takes about this long.
constexpr absl::Duration kDrainRetryDelay = absl::Milliseconds(500);

absl::Status DrainingError() {
  return TryAgainError("DRAINING",
                       "the server is going away; watch again after the last "
                       "revision received",
                       kDrainRetryDelay);
}

// Whether the store's history up to `revision` is the one whose entry there
// has this hash: it is not after an older copy was restored and written to.
absl::Status CheckHistory(const Store& store, int64_t revision,
                          absl::string_view hash) {
  ASSIGN_OR_RETURN(const std::string own, HashAt(store, revision));
  if (own == hash) return absl::OkStatus();
  return PreconditionError(
      "HISTORY_DIFFERS", absl::StrCat("revisions/", revision),
      "got a hash of another history, want the one of this registry; begin "
      "with a snapshot");
}

}  // namespace

Feed::Feed(const Store& store, base::Clock& clock, size_t served_on_commit_max)
    : store_(store),
      clock_(clock),
      served_on_commit_max_(served_on_commit_max),
      changes_(store),
      last_revision_(store.LastRevision()),
      woken_revision_(last_revision_) {}

Feed::~Feed() { CHECK(!thread_.joinable()); }

void Feed::Start() {
  thread_ = std::thread([this] { Run(); });
}

void Feed::Stop() {
  {
    base::MutexLock lock(mu_);
    stopping_ = true;
  }
  work_.NotifyAll();
  if (thread_.joinable()) thread_.join();
}

absl::Status Feed::Add(const WatchCall& call, std::shared_ptr<WatchSink> sink) {
  const int64_t last = store_.LastRevision();
  RETURN_IF_ERROR(CheckRevision("after_revision",
                                call.after_revision.value_or(0), 0, last));
  if (!call.after_hash.empty())
    RETURN_IF_ERROR(
        CheckHistory(store_, call.after_revision.value_or(0), call.after_hash));
  Watcher watcher;
  watcher.cursor = std::make_shared<WatchCursor>(call, last);
  watcher.position = watcher.cursor->revision();
  watcher.announced = watcher.delivered = watcher.position;
  watcher.in_snapshot = watcher.cursor->in_snapshot();
  watcher.consumer = call.consumer;
  watcher.progress_interval = std::clamp(
      call.progress_interval, kProgressIntervalMin, kProgressIntervalMax);
  watcher.last_sent = clock_.Uptime();
  const WatchSink* const key = sink.get();
  watcher.sink = std::move(sink);
  {
    base::MutexLock lock(mu_);
    if (draining_) return DrainingError();
    if (watchers_.size() >= kWatchersMax)
      return ErrorWithReason(
          absl::StatusCode::kResourceExhausted, "TOO_MANY_WATCHERS",
          absl::StrCat("watch: got one above the ", kWatchersMax,
                       " that may be open, want some of them closed"),
          {{"watchers_max", absl::StrCat(kWatchersMax)}});
    MakeReady(watchers_.emplace(key, std::move(watcher)).first->second);
  }
  work_.NotifyOne();
  return absl::OkStatus();
}

void Feed::Ready(const WatchSink& sink) {
  {
    base::MutexLock lock(mu_);
    Watcher* const watcher = Find(&sink);
    if (watcher == nullptr || !watcher->in_flight) return;
    watcher->in_flight = false;
    watcher->delivered = watcher->announced;
    if (watcher->ended) return;
    if (!watcher->in_snapshot && watcher->position >= last_revision_) {
      // The common case, live: no need to disturb the feed's thread.
      MakeIdle(*watcher);
      if (!IsDueBeforeWakeUp()) return;
    } else {
      MakeReady(*watcher);
    }
  }
  work_.NotifyOne();
}

void Feed::Remove(const WatchSink& sink) {
  std::shared_ptr<WatchSink> kept;  // its destructor is not run under the lock
  base::MutexLock lock(mu_);
  const auto found = watchers_.find(&sink);
  if (found == watchers_.end()) return;
  Watcher& watcher = found->second;
  if (watcher.idle) idle_.erase({watcher.idle_until, &sink});
  kept = std::move(watcher.sink);
  watchers_.erase(found);
}

void Feed::OnCommit(int64_t last_revision) {
  std::vector<Turn> turns;
  {
    base::MutexLock lock(mu_);
    if (last_revision <= last_revision_) return;
    last_revision_ = last_revision;
    // Who serves looks again, and without watchers there is nothing to do.
    if (serving_ || watchers_.empty()) return;
    if (ready_.empty() && idle_.size() <= served_on_commit_max_)
      turns = TakeTurns(clock_.Uptime());
    serving_ = !turns.empty();
  }
  if (turns.empty()) return work_.NotifyOne();
  for (const Turn& turn : turns) Serve(turn);
  {
    base::MutexLock lock(mu_);
    serving_ = false;
    if (!HasWork() && !IsDueBeforeWakeUp()) return;
  }
  work_.NotifyOne();
}

void Feed::Drain() {
  std::vector<std::shared_ptr<WatchSink>> sinks;
  {
    base::MutexLock lock(mu_);
    draining_ = true;
    for (auto& [key, watcher] : watchers_) {
      watcher.ended = true;
      sinks.push_back(watcher.sink);
    }
  }
  for (const auto& sink : sinks) sink->End(DrainingError());
}

size_t Feed::watcher_count() const {
  base::MutexLock lock(mu_);
  return watchers_.size();
}

std::vector<WatcherPosition> Feed::Positions(size_t count_max) const {
  std::vector<WatcherPosition> positions;
  {
    base::MutexLock lock(mu_);
    for (const auto& [key, watcher] : watchers_)
      if (!watcher.consumer.empty())
        positions.push_back({watcher.consumer, watcher.delivered});
  }
  std::sort(positions.begin(), positions.end(),
            [](const WatcherPosition& a, const WatcherPosition& b) {
              return std::tie(a.consumer, a.delivered_revision) <
                     std::tie(b.consumer, b.delivered_revision);
            });
  if (positions.size() > count_max) positions.resize(count_max);
  return positions;
}

void Feed::Run() {
  for (;;) {
    {
      base::MutexLock lock(mu_);
      while (!stopping_ && (serving_ || !HasWork())) WaitForWork();
      if (stopping_) return;
      serving_ = true;
    }
    RunReady();
    base::MutexLock lock(mu_);
    serving_ = false;
  }
}

bool Feed::HasWork() const {
  return !ready_.empty() || woken_revision_ < last_revision_ ||
         (!idle_.empty() && idle_.begin()->first <= clock_.Uptime());
}

// Returns when there may be something to do.
void Feed::WaitForWork() {
  if (serving_ || idle_.empty()) {
    wake_up_at_ = absl::InfiniteDuration();
    work_.Wait(mu_);
  } else {
    wake_up_at_ = idle_.begin()->first;
    clock_.WaitFor(work_, mu_, wake_up_at_ - clock_.Uptime());
  }
  wake_up_at_ = -absl::InfiniteDuration();
}

bool Feed::IsDueBeforeWakeUp() const {
  return !idle_.empty() && idle_.begin()->first < wake_up_at_;
}

void Feed::RunReady() {
  for (;;) {
    std::vector<Turn> turns;
    {
      const absl::Duration now = clock_.Uptime();
      base::MutexLock lock(mu_);
      turns = TakeTurns(now);
    }
    if (turns.empty()) return;
    for (const Turn& turn : turns) {
      if (stopping_) return;
      Serve(turn);
    }
  }
}

// Empties ready_, after adding those that have something to be woken for.
std::vector<Feed::Turn> Feed::TakeTurns(absl::Duration now) {
  std::vector<Turn> turns;
  WakeIdle(now);
  turns.reserve(ready_.size());
  for (const WatchSink* sink : ready_) {
    Watcher* const watcher = Find(sink);
    if (watcher == nullptr || !watcher->ready) continue;
    watcher->ready = false;
    if (watcher->ended) continue;
    turns.push_back({watcher->sink, watcher->cursor, last_revision_});
  }
  ready_.clear();
  return turns;
}

void Feed::WakeIdle(absl::Duration now) {
  const bool wake_all = woken_revision_ < last_revision_;
  woken_revision_ = last_revision_;
  while (!idle_.empty() && (wake_all || idle_.begin()->first <= now)) {
    Watcher* const watcher = Find(idle_.begin()->second);
    CHECK(watcher != nullptr);
    MakeReady(*watcher);
  }
}

void Feed::Serve(const Turn& turn) {
  auto message = turn.cursor->Next(store_, changes_, turn.last_revision);
  if (!message.ok()) return End(turn, std::move(message).status());
  if (Message next = Settle(turn, *std::move(message)); next != nullptr)
    turn.sink->Send(std::move(next));
}

void Feed::End(const Turn& turn, absl::Status status) {
  {
    base::MutexLock lock(mu_);
    if (Watcher* watcher = Find(turn.sink.get())) watcher->ended = true;
  }
  base::Log(base::Severity::kError, "watch_failed",
            {{"status", status.ToString()}});
  turn.sink->End(std::move(status));
}

Feed::Message Feed::Settle(const Turn& turn, Message message) {
  const absl::Duration now = clock_.Uptime();
  base::MutexLock lock(mu_);
  Watcher* const watcher = Find(turn.sink.get());
  if (watcher == nullptr || watcher->ended) return nullptr;
  watcher->position = turn.cursor->revision();
  watcher->in_snapshot = turn.cursor->in_snapshot();
  if (message == nullptr) {
    if (now < ProgressDue(*watcher)) {
      if (watcher->position < last_revision_) {
        MakeReady(*watcher);
      } else {
        MakeIdle(*watcher);
      }
      return nullptr;
    }
    message = std::make_shared<const std::string>(
        EncodeWatchProgress(watcher->position));
  }
  watcher->announced = watcher->position;
  watcher->last_sent = now;
  watcher->in_flight = true;
  return message;
}

Feed::Watcher* Feed::Find(const WatchSink* sink) {
  const auto found = watchers_.find(sink);
  return found == watchers_.end() ? nullptr : &found->second;
}

// Sooner when changes were left out that the reader has not heard of.
absl::Duration Feed::ProgressDue(const Watcher& watcher) const {
  const bool has_skipped = watcher.announced < watcher.position;
  return watcher.last_sent + (has_skipped ? std::min(watcher.progress_interval,
                                                     kSkipProgressInterval)
                                          : watcher.progress_interval);
}

void Feed::MakeIdle(Watcher& watcher) {
  watcher.idle = true;
  watcher.idle_until = ProgressDue(watcher);
  idle_.insert({watcher.idle_until, watcher.sink.get()});
}

void Feed::MakeReady(Watcher& watcher) {
  if (watcher.idle) idle_.erase({watcher.idle_until, watcher.sink.get()});
  watcher.idle = false;
  watcher.ready = true;
  ready_.push_back(watcher.sink.get());
}

}  // namespace compendium::registry
