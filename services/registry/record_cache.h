// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "lib/base/mutex.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// The versions of records that were used last, one for each name, as long as
// they fit. Knows nothing about which is the latest. Thread-safe; in shards, so
// that readers seldom wait for each other.
class RecordCache {
 public:
  explicit RecordCache(size_t bytes_max)
      : shard_bytes_max_(bytes_max / kShards) {}

  // The version kept for `name` if its revision is at most `at_revision`.
  std::optional<RecordVersion> Find(absl::string_view name,
                                    int64_t at_revision);

  // Keeps a version instead of any other of that name, unless the one that is
  // kept is newer. Drops those used longest ago.
  void Keep(absl::string_view name, const RecordHead& head,
            const SharedBytes& value);

  // The same, but only if `counter` still is `expected` when the version is
  // put in: whoever counts up first and keeps a version later then wins.
  void KeepUnlessCounted(const RecordVersion& version,
                         const std::atomic<uint64_t>& counter,
                         uint64_t expected);

 private:
  static constexpr size_t kShards = 16;

  struct Shard {
    base::Mutex mu;
    // Used last comes first. The index holds the names of these.
    std::list<RecordVersion> versions ABSL_GUARDED_BY(mu);
    absl::flat_hash_map<absl::string_view, std::list<RecordVersion>::iterator>
        index ABSL_GUARDED_BY(mu);
    size_t bytes ABSL_GUARDED_BY(mu) = 0;
  };

  Shard& ShardOf(absl::string_view name);
  void KeepIn(Shard& shard, absl::string_view name, const RecordHead& head,
              const SharedBytes& value) ABSL_EXCLUSIVE_LOCKS_REQUIRED(shard.mu);

  const size_t shard_bytes_max_;
  std::array<Shard, kShards> shards_;
};

}  // namespace compendium::registry
