// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "compendium/registry/v1/registry_service.pb.h"

namespace compendium {

// Where a reader of the feed is, and what it must ask for to go on after a
// break. Holds the feed to its promises on the way. Not thread-safe.
class FeedPosition {
 public:
  struct Options {
    bool snapshot = false;       // begin with all records
    int64_t after_revision = 0;  // else with the change after this
    std::vector<std::string> name_prefixes = {};
    absl::Duration progress_interval = absl::Seconds(10);
    std::string consumer = {};
  };

  explicit FeedPosition(const Options& options);

  // The request that goes on where the last message ended; a snapshot that
  // was not complete begins again.
  registry::v1::WatchRequest NextRequest();

  // Takes a message. DATA_LOSS when it breaks a promise: revisions that do not
  // rise, a snapshot whose count or checksum is not that of what came.
  absl::Status Apply(const registry::v1::WatchResponse& message);

  // All up to this revision was delivered.
  int64_t revision() const { return revision_; }

 private:
  absl::Status ApplyPart(const registry::v1::SnapshotPart& part);
  absl::Status ApplyEnd(const registry::v1::SnapshotEnd& end);

  const Options options_;
  bool in_snapshot_;
  int64_t revision_;
  int64_t snapshot_count_ = 0;
  std::string snapshot_lines_;  // "{name} {revision}\n" of each record
};

}  // namespace compendium
