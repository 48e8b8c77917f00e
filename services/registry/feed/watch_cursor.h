// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/registry/feed/change_reader.h"
#include "services/registry/feed/name_filter.h"
#include "services/registry/feed/snapshot_cursor.h"
#include "services/registry/limits.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// What a watch asks for.
struct WatchCall {
  // Begin after this revision; absent: with a snapshot.
  std::optional<int64_t> after_revision = {};
  // Unless empty, the hash of that revision's log entry as the reader knows it.
  std::string after_hash = {};
  std::vector<std::string> name_prefixes = {};
  absl::Duration progress_interval = kProgressIntervalDefault;
  std::string consumer = {};  // may be empty
};

// How far one watch has come, and what follows. This is all that a watch is:
// live or catching up, it reads after its revision. Not thread-safe.
class WatchCursor {
 public:
  // `snapshot_revision` is used when the call asks for a snapshot.
  WatchCursor(const WatchCall& call, int64_t snapshot_revision);

  // The next message, a serialized WatchResponse. Null when nothing up to
  // `last_revision` is left, or after kFeedTurnCountMax changes that the filter
  // left out: then revision() is still below `last_revision`. The store's
  // errors.
  absl::StatusOr<std::shared_ptr<const std::string>> Next(
      const Store& store, ChangeReader& changes, int64_t last_revision);

  // All up to this revision was returned or left out; 0 during a snapshot.
  int64_t revision() const { return revision_; }

  // Whether Next has something to return, whatever is written.
  bool in_snapshot() const { return snapshot_ != nullptr; }

 private:
  const NameFilter filter_;
  std::unique_ptr<SnapshotCursor> snapshot_;  // until its end was returned
  int64_t revision_ = 0;
};

}  // namespace compendium::registry
