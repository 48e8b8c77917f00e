// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "services/reporting/projection/snapshot.h"
#include "services/reporting/subscription/subscriber.h"

namespace compendium::reporting {

// How a worker is doing, as its metrics and its health say it.
struct WorkerReadings {
  int64_t revision = 0;           // of the published snapshot
  int64_t registry_revision = 0;  // the latest that is known; not lower
  int64_t checkpoint_revision = 0;
  bool connected = false;  // to the registry's feed
  // Since the published revision was committed, while a later one is known;
  // zero when none is.
  absl::Duration lag = {};
  uint64_t mechanism_count = 0;
  uint64_t round_count = 0;
  uint64_t questionnaire_count = 0;
};

WorkerReadings ReadWorker(const Snapshot& snapshot, const FeedStatus& feed,
                          int64_t checkpoint_revision, absl::Time now);

// OK when the worker's answers are those of the registry that it follows; else
// UNAVAILABLE with what is missing. It answers all the same, from the snapshot
// that it has.
absl::Status CheckReady(const WorkerReadings& readings);

}  // namespace compendium::reporting
