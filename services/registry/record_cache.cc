// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_cache.h"

#include <utility>

#include "absl/hash/hash.h"

namespace compendium::registry {
namespace {

// With the list's node and the index' slot.
size_t CostOf(const RecordVersion& version) {
  return version.name.size() + version.value.size() + 256;
}

}  // namespace

RecordCache::Shard& RecordCache::ShardOf(absl::string_view name) {
  // The upper bits; the index uses the lower ones of the same hash.
  return shards_[(absl::HashOf(name) >> 32) % kShards];
}

std::optional<RecordVersion> RecordCache::Find(absl::string_view name,
                                               int64_t at_revision) {
  Shard& shard = ShardOf(name);
  base::MutexLock lock(shard.mu);
  const auto found = shard.index.find(name);
  if (found == shard.index.end()) return std::nullopt;
  if (found->second->head.revision > at_revision) return std::nullopt;
  shard.versions.splice(shard.versions.begin(), shard.versions, found->second);
  return *found->second;
}

void RecordCache::Keep(RecordVersion version) {
  Shard& shard = ShardOf(version.name);
  base::MutexLock lock(shard.mu);
  KeepIn(shard, std::move(version));
}

void RecordCache::KeepUnlessCounted(RecordVersion version,
                                    const std::atomic<uint64_t>& counter,
                                    uint64_t expected) {
  Shard& shard = ShardOf(version.name);
  base::MutexLock lock(shard.mu);
  if (counter == expected) KeepIn(shard, std::move(version));
}

void RecordCache::KeepIn(Shard& shard, RecordVersion version) {
  const auto found = shard.index.find(version.name);
  if (found != shard.index.end()) {
    if (found->second->head.revision >= version.head.revision) return;
    const auto old = found->second;
    shard.bytes -= CostOf(*old);
    shard.index.erase(found);
    shard.versions.erase(old);
  }
  shard.bytes += CostOf(version);
  shard.versions.push_front(std::move(version));
  shard.index[shard.versions.front().name] = shard.versions.begin();
  while (shard.bytes > shard_bytes_max_) {
    const RecordVersion& oldest = shard.versions.back();
    shard.bytes -= CostOf(oldest);
    shard.index.erase(oldest.name);
    shard.versions.pop_back();
  }
}

}  // namespace compendium::registry
