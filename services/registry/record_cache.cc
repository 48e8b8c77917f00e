// SPDX-License-Identifier: Apache-2.0
#include "services/registry/record_cache.h"

#include <utility>

#include "absl/hash/hash.h"

namespace compendium::registry {
namespace {

// With the list's node and the index' slot.
size_t CostOf(const RecordVersion& version) {
  return version.name.size() + version.value.capacity() + 256;
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

void RecordCache::Keep(absl::string_view name, const RecordHead& head,
                       const SharedBytes& value) {
  Shard& shard = ShardOf(name);
  base::MutexLock lock(shard.mu);
  KeepIn(shard, name, head, value);
}

void RecordCache::KeepUnlessCounted(const RecordVersion& version,
                                    const std::atomic<uint64_t>& counter,
                                    uint64_t expected) {
  Shard& shard = ShardOf(version.name);
  base::MutexLock lock(shard.mu);
  if (counter == expected)
    KeepIn(shard, version.name, version.head, version.value);
}

void RecordCache::KeepIn(Shard& shard, absl::string_view name,
                         const RecordHead& head, const SharedBytes& value) {
  auto& versions = shard.versions;
  const auto found = shard.index.find(name);
  if (found == shard.index.end()) {
    versions.push_front({std::string(name), head, value});
    shard.index[versions.front().name] = versions.begin();
  } else {
    RecordVersion& old = *found->second;
    if (old.head.revision >= head.revision) return;
    shard.bytes -= CostOf(old);
    old.head = head;
    old.value = value;
    versions.splice(versions.begin(), versions, found->second);
  }
  shard.bytes += CostOf(versions.front());
  while (shard.bytes > shard_bytes_max_) {
    const RecordVersion& oldest = versions.back();
    shard.bytes -= CostOf(oldest);
    shard.index.erase(oldest.name);
    versions.pop_back();
  }
}

}  // namespace compendium::registry
