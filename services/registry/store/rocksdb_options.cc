// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/slice_transform.h>
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

// A record of the usual size has a block of its own.
constexpr size_t kValueBlockBytes = size_t{4} << 10;

// One wrong positive in a hundred, the customary trade.
constexpr double kFilterBitsPerKey = 10;

// The families beside values hold at most some hundred bytes a record.
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
  table.format_version = 5;
  table.block_size = kBlockBytes;

  rocksdb::ColumnFamilyOptions small;
  small.compression = rocksdb::kLZ4Compression;
  small.write_buffer_size = kSmallWriteBufferBytes;
  small.max_write_buffer_number = 4;

  // Their keys only ever grow: each is put behind the last without a search,
  // and no table ever overlaps another, so that none is merged but only moved
  // from level to level.
  rocksdb::ColumnFamilyOptions log = small;
  log.memtable_insert_with_hint_prefix_extractor.reset(
      rocksdb::NewCappedPrefixTransform(0));
  log.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));

  // Not compressed: it took a tenth of what a put costs.
  rocksdb::ColumnFamilyOptions values = log;
  values.compression = rocksdb::kNoCompression;
  values.write_buffer_size = options.write_buffer_bytes;
  table.block_size = kValueBlockBytes;
  values.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));

  // Also asked for keys that are not there.
  table.block_size = kBlockBytes;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBitsPerKey));
  small.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));

  return {{kMetaFamily, small},
          {kHeadsFamily, small},
          {kValuesFamily, values},
          {kLogFamily, log},
          {kRequestsFamily, small}};
}

}  // namespace compendium::registry
