// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/registry/feed/snapshot_digest.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// Walks over the records of one revision, deleted ones too, and makes the
// messages of a snapshot. Holds a name and a hash, never the records. Not
// thread-safe.
class SnapshotCursor {
 public:
  // `prefixes` as NameFilter::prefixes() returns them.
  SnapshotCursor(int64_t revision, std::vector<std::string> prefixes);

  int64_t revision() const { return revision_; }

  // Whether the end marker has been made.
  bool done() const { return done_; }

  // The next part or, after the last one, the end marker, as a serialized
  // WatchResponse. Call it while not done(). The errors of Store::List and
  // ReadLogEntry.
  absl::StatusOr<std::string> Next(const Store& store);

 private:
  const int64_t revision_;
  const std::vector<std::string> prefixes_;

  size_t prefix_index_ = 0;
  std::string after_name_;
  SnapshotDigest digest_;
  bool done_ = false;
};

}  // namespace compendium::registry
