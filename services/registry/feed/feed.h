// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/registry/feed/change_reader.h"
#include "services/registry/feed/watch_cursor.h"
#include "services/registry/feed/watch_sink.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// A watcher as operators see it.
struct WatcherPosition {
  std::string consumer = {};
  int64_t delivered_revision = 0;
};

// Who waits for changes, and waking them. Holds no changes: the log in the
// store is the only queue, and a watcher is a cursor into it plus a wake-up.
// One thread at a time, the serving one, reads for all of them; each has at
// most one message on its way, so a slow one costs no memory, holds up nobody
// and loses nothing.
//
// Thread-safe, but for RunReady(), which the thread of Start() calls; a test
// may call it instead. Borrows store and clock.
class Feed {
 public:
  // OnCommit serves up to `served_on_commit_max` live watchers by itself.
  Feed(const Store& store, base::Clock& clock, size_t served_on_commit_max = 0);
  ~Feed();

  // Runs the thread that serves watchers, until Stop.
  void Start();
  void Stop();

  // Begins a watch. The sink's Send may be called before this returns.
  // OUT_OF_RANGE with reason REVISION_NOT_WRITTEN for a revision above the
  // last; FAILED_PRECONDITION with reason HISTORY_DIFFERS when after_hash is
  // not that of the store; RESOURCE_EXHAUSTED with reason TOO_MANY_WATCHERS
  // above kWatchersMax; UNAVAILABLE with reason DRAINING after Drain.
  absl::Status Add(const WatchCall& call, std::shared_ptr<WatchSink> sink);

  // The sink can take its next message. Ignored after Remove.
  void Ready(const WatchSink& sink);

  // Forgets the watcher; to be called once for each sink that was added.
  void Remove(const WatchSink& sink);

  // Everything up to `last_revision` can be read from the store. For the thread
  // that commits: a few live watchers get their message at once, by this
  // thread, which saves them the wake-up of another; all else is left to the
  // feed's thread.
  void OnCommit(int64_t last_revision);

  // Ends all watches with UNAVAILABLE, reason DRAINING, and takes no new ones.
  void Drain();

  // Serves all watchers that can be served, until none is left or Stop is
  // called.
  void RunReady();

  size_t watcher_count() const;

  // Those with a consumer's name, in the order of names, at most `count_max`.
  std::vector<WatcherPosition> Positions(size_t count_max) const;

 private:
  struct Watcher {
    std::shared_ptr<WatchSink> sink;
    std::shared_ptr<WatchCursor> cursor;  // used by the serving thread only
    std::string consumer;
    absl::Duration progress_interval;
    absl::Duration last_sent;  // these two: the clock's uptime
    int64_t position = 0;      // the cursor's revision when it was last served
    int64_t announced = 0;     // the position when the last message was sent
    int64_t delivered = 0;     // the position when the last message had gone
    bool in_snapshot = false;
    // Where it is: in idle_ (at idle_until), in ready_, with a message on its
    // way, or being served.
    bool idle = false;
    absl::Duration idle_until;
    bool ready = false;
    bool in_flight = false;
    bool ended = false;  // the sink was told so
  };
  // What is served next, taken out of the lock.
  struct Turn {
    std::shared_ptr<WatchSink> sink;
    std::shared_ptr<WatchCursor> cursor;
    int64_t last_revision = 0;
  };
  using Message = std::shared_ptr<const std::string>;

  void Run();
  bool HasWork() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  // Whether somebody is to be told something before the feed's thread, which
  // waits, wakes up by itself.
  bool IsDueBeforeWakeUp() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  std::vector<Turn> TakeTurns(absl::Duration now)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  void Serve(const Turn& turn);
  void End(const Turn& turn, absl::Status status);
  // Notes that `turn` goes on with `message` or, when it is null, with nothing
  // or progress; returns what is to be sent.
  Message Settle(const Turn& turn, Message message);

  Watcher* Find(const WatchSink* sink) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  absl::Duration ProgressDue(const Watcher& watcher) const
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  void MakeIdle(Watcher& watcher) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  void MakeReady(Watcher& watcher) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  void WakeIdle(absl::Duration now) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);
  void WaitForWork() ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_);

  const Store& store_;
  base::Clock& clock_;
  const size_t served_on_commit_max_;
  ChangeReader changes_;  // used by the serving thread only
  std::thread thread_;

  mutable base::Mutex mu_;
  base::CondVar work_;
  std::unordered_map<const WatchSink*, Watcher> watchers_ ABSL_GUARDED_BY(mu_);
  // Watchers to be served next. It may hold removed ones, and the address of a
  // removed one may have been given to another: Watcher::ready decides.
  std::deque<const WatchSink*> ready_ ABSL_GUARDED_BY(mu_);
  // Watchers that have everything, by the uptime at which to tell them so.
  std::set<std::pair<absl::Duration, const WatchSink*>> idle_
      ABSL_GUARDED_BY(mu_);
  int64_t last_revision_ ABSL_GUARDED_BY(mu_);
  // The idle ones have been woken for the changes up to here.
  int64_t woken_revision_ ABSL_GUARDED_BY(mu_);
  bool draining_ ABSL_GUARDED_BY(mu_) = false;
  // Whether a thread is the serving one: the feed's or, in OnCommit, another.
  bool serving_ ABSL_GUARDED_BY(mu_) = false;
  // The uptime until which the feed's thread waits for work; in the past while
  // it does not wait.
  absl::Duration wake_up_at_ ABSL_GUARDED_BY(mu_) = -absl::InfiniteDuration();

  // Set under the lock, so that the wait for work does not miss it; read
  // without, before each turn.
  std::atomic<bool> stopping_ = false;
};

}  // namespace compendium::registry
