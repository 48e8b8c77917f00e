// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>

#include <memory>

#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

// What a restart may have to replay: a few seconds' worth. Smaller would make
// the small families write out tiny files whenever the log is cut.
constexpr uint64_t kWriteAheadLogBytesMax = uint64_t{1} << 30;

// Many keys or log entries a block, and still little to decompress for one.
constexpr size_t kBlockBytes = size_t{16} << 10;

// Smaller values are as well off beside their keys.
constexpr uint64_t kBlobBytesMin = uint64_t{1} << 10;

// One wrong positive in a hundred, the customary trade.
constexpr double kFilterBitsPerKey = 10;

// The families beside versions hold at most some hundred bytes a record.
constexpr size_t kSmallWriteBufferBytes = size_t{16} << 20;

// Below systemd's default limit of 1,024 descriptors.
constexpr int kOpenFilesMax = 512;

}  // namespace

rocksdb::DBOptions DatabaseOptions(const RocksDbOptions& options) {
  rocksdb::DBOptions database;
  database.env = options.env != nullptr ? options.env : rocksdb::Env::Default();
  database.create_if_missing = true;
  database.create_missing_column_families = true;
  // Drops a damaged end, which is a commit that nobody was told of: that it is
  // none that somebody was told of, write_ahead_log.h checks before.
  database.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  database.track_and_verify_wals_in_manifest = true;
  // After a failure nobody knows what is on disk: no tries behind our back.
  database.max_bgerror_resume_count = 0;
  database.max_total_wal_size = kWriteAheadLogBytesMax;
  database.max_background_jobs = 2;
  database.max_open_files = kOpenFilesMax;
  // RocksDB's own journal of what it does.
  database.max_log_file_size = size_t{16} << 20;
  database.keep_log_file_num = 4;
  return database;
}

std::vector<rocksdb::ColumnFamilyDescriptor> Families(
    const RocksDbOptions& options) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = rocksdb::NewLRUCache(options.block_cache_bytes);
  table.block_size = kBlockBytes;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBitsPerKey));
  table.format_version = 5;

  rocksdb::ColumnFamilyOptions small;
  small.compression = rocksdb::kLZ4Compression;
  small.write_buffer_size = kSmallWriteBufferBytes;
  small.max_write_buffer_number = 4;
  small.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));

  // Values of records go to files of their own, which are never rewritten:
  // nothing is ever deleted, so merging them again and again, as is done with
  // keys, would only cost (measured: a third of the CPU of a sustained load).
  // Nor are they compressed: it took a tenth of what a put costs.
  rocksdb::ColumnFamilyOptions versions = small;
  versions.write_buffer_size = options.write_buffer_bytes;
  versions.enable_blob_files = true;
  versions.min_blob_size = kBlobBytesMin;
  versions.blob_compression_type = rocksdb::kNoCompression;
  versions.blob_cache = table.block_cache;

  return {{kMetaFamily, small},
          {kHeadsFamily, small},
          {kVersionsFamily, versions},
          {kLogFamily, small},
          {kRequestsFamily, small}};
}

}  // namespace compendium::registry
