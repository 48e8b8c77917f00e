// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/base/clock.h"

namespace rocksdb {
class Env;
struct ColumnFamilyDescriptor;
struct DBOptions;
}  // namespace rocksdb

namespace compendium::registry {

// How to open a RocksDbStore.
struct RocksDbOptions {
  // The folder of the store; made when missing, its parent must exist.
  std::string path;

  // Gives commit times; borrowed, required.
  const base::Clock* clock = nullptr;

  // The file system, borrowed; the machine's when null. Tests break it.
  rocksdb::Env* env = nullptr;

  // The id of a store made new, as Store::store_id() says; random when empty.
  std::string new_store_id = {};

  // Memory for decompressed blocks of all families: some 30,000 records of 8
  // KB.
  size_t block_cache_bytes = size_t{256} << 20;

  // One write buffer of record values; up to four exist, so that commits go
  // on while full ones are written out.
  size_t write_buffer_bytes = size_t{64} << 20;
};

// RocksDB's own options, tuned for records of about 8 KB that are written once
// and never deleted. Whoever opens adds
// use_direct_io_for_flush_and_compaction where the file system can: what is
// written out was read from memory and stays in our own caches, so the page
// cache would only cost (measured: a twelfth of the CPU of a put).
rocksdb::DBOptions DatabaseOptions(const RocksDbOptions& options);

// The families of schema.h, in its order, with their options; they share one
// block cache.
std::vector<rocksdb::ColumnFamilyDescriptor> Families(
    const RocksDbOptions& options);

}  // namespace compendium::registry
