// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <thread>

#include "absl/status/status.h"
#include "lib/base/backoff.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/reporting/projection/publisher.h"
#include "services/reporting/subscription/change_source.h"

namespace compendium::reporting {

// How the feed is doing.
struct FeedStatus {
  bool connected = false;         // since its first event, until it breaks
  int64_t registry_revision = 0;  // the latest that is known
};

// Follows the registry: a thread that takes changes from the source, applies
// each to the published snapshot and publishes the result.
//
// A change that is not the next one is never applied. Whatever breaks, the feed
// is opened again after a delay that grows, at the revision that is published:
// its change comes once more and must have the hash that was applied. So a
// registry that was restored from a backup and went another way is told from
// the one that was followed. That cures what passes by itself; a registry that
// has another store, a shorter or another history than the snapshot is no such
// thing: it is logged, `connected` stays false, and nothing is applied until an
// operator decides.
class Subscriber {
 public:
  // All must outlive the subscriber, which alone calls publisher.Publish.
  Subscriber(ChangeSource& source, Publisher& publisher, base::Clock& clock,
             const base::Backoff::Options& backoff);
  ~Subscriber();

  void Start();

  // Cancels the source and ends the thread.
  void Stop();

  // Any thread.
  FeedStatus status() const;

 private:
  void Run();
  // Opens the feed and follows it until it breaks; never OK.
  absl::Status Follow();
  absl::Status Open();
  absl::Status Handle(const FeedEvent& event);
  // The change of the revision that is published, once more.
  absl::Status CheckHistory(const Snapshot& snapshot,
                            const registry::v1::Change& change);
  absl::Status ApplyNext(const Snapshot& snapshot,
                         const registry::v1::Change& change);
  // The feed has said something that fits.
  void NoteConnected();
  // After the first event, so that a feed which breaks at once each time does
  // not fill the log.
  void LogConnected();
  // Logs the problem unless it is the one that was logged last.
  void NoteBroken(const absl::Status& status);
  void NoteRegistryRevision(int64_t revision);
  // Waits before the next attempt; false when it is time to stop.
  bool WaitToRetry();

  ChangeSource& source_;
  Publisher& publisher_;
  base::Clock& clock_;
  std::thread thread_;
  // Of the thread.
  base::Backoff backoff_;
  absl::Status last_problem_;
  bool history_checked_ = false;  // since the feed was opened

  mutable base::Mutex mu_;
  base::CondVar wake_;
  FeedStatus status_ ABSL_GUARDED_BY(mu_);
  bool stopping_ ABSL_GUARDED_BY(mu_) = false;
};

}  // namespace compendium::reporting
