// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/registry/limits.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// A revision as it goes to watchers, whatever their filters.
struct EncodedChange {
  int64_t revision = 0;
  std::vector<std::string> names;  // of the records that it changed
  std::string message;             // a serialized WatchResponse
};

// Reads changes from the store, encodes each once and keeps the ones read last,
// so that watchers at about the same place share the work. Not thread-safe.
// Borrows the store.
class ChangeReader {
 public:
  explicit ChangeReader(const Store& store,
                        size_t cache_bytes_max = kFeedCacheBytesMax)
      : store_(store), cache_bytes_max_(cache_bytes_max) {}

  // The change that is revision `after_revision` + 1; null when it has not been
  // written. The errors of Store::ReadChanges.
  absl::StatusOr<std::shared_ptr<const EncodedChange>> Next(
      int64_t after_revision);

 private:
  void Keep(std::shared_ptr<const EncodedChange> change);

  const Store& store_;
  const size_t cache_bytes_max_;

  std::map<int64_t, std::shared_ptr<const EncodedChange>> cache_;
  std::deque<int64_t> oldest_first_;  // the revisions in cache_, as they came
  size_t cache_bytes_ = 0;
};

}  // namespace compendium::registry
