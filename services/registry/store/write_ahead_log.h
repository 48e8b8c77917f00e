// SPDX-License-Identifier: Apache-2.0
// Judges RocksDB's write-ahead logs before RocksDB replays them. Replaying
// stops at the first damage and drops what follows, which is right for a commit
// that was cut off before anybody was answered, and a loss for any other.
// Between the two RocksDB cannot tell, but we can: there is one writer, a
// commit is one record, and it is synced before the next one is written. So
// whatever stands before a later record had been synced.
//
// A log is blocks of 32 KiB, each a row of fragments (RocksDB's
// db/log_format.h); numbers are little-endian:
//
//   fragment = crc[4] | size[2] | type[1] | payload[size]
//   type     = 1 a whole record, 2 its first, 3 a middle, 4 its last fragment
//   record   = sequence[8] | count[4] | count changes   (a rocksdb::WriteBatch)
//
// crc is CRC-32C over type and payload, rotated and offset. Fragments do not
// cross blocks; less than a header at a block's end is filled with zeros. The
// next record's sequence is sequence + count. Other types are of options that
// this store does not use.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace rocksdb {
class Env;
}  // namespace rocksdb

namespace compendium::registry {

// Where in a write-ahead log something begins.
struct WriteAheadLogPlace {
  std::string file;
  uint64_t byte = 0;
};

// Reads the logs of one store, block by block, oldest file first. Not
// thread-safe.
class WriteAheadLogCheck {
 public:
  static constexpr size_t kBlockBytes = 32768;

  // Begins the next file.
  void StartFile(absl::string_view name);

  // Reads the file's next block; only its last one may be shorter. DATA_LOSS
  // when a damaged record stands before an intact one, unless that one
  // continues where the damage began: an earlier opening then dropped it. After
  // an error the check is over.
  absl::Status AddBlock(absl::string_view block);

  // Ends the last file. The end that replaying drops, which may have been
  // answered to nobody; nullopt when all is whole or only zeros follow, as
  // after a file grew and was not yet written.
  std::optional<WriteAheadLogPlace> Finish();

 private:
  struct Fragment;

  std::optional<Fragment> ReadFragment(absl::string_view block, size_t at);
  absl::Status Take(const Fragment& fragment, uint64_t byte);
  absl::Status TakeRecordFront();
  void TakeRecordEnd();
  void NoteDamage(uint64_t byte);
  void EndFile();

  // The file.
  std::string file_;
  uint64_t block_begin_ = 0;
  bool file_is_damaged_ = false;

  // The record that is being read.
  bool in_record_ = false;
  uint64_t record_begin_ = 0;
  std::string record_front_;  // up to its sequence and count

  // All files so far.
  std::optional<uint64_t> next_sequence_;     // nullopt before the first record
  std::optional<WriteAheadLogPlace> damage_;  // that nothing has followed yet
  bool damage_has_bytes_ = false;             // beside zeros
};

// Checks all write-ahead logs in the folder `path`, which no process writes.
// Answers as WriteAheadLogCheck does; FAILED_PRECONDITION when a file cannot be
// read. Errors carry the reasons of RocksDbFiles::Open.
absl::StatusOr<std::optional<WriteAheadLogPlace>> CheckWriteAheadLogs(
    rocksdb::Env& env, const std::string& path);

}  // namespace compendium::registry
