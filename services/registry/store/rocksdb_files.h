// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rocksdb/db.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/rocksdb_options.h"

namespace compendium::registry {

// DATA_LOSS with reason STORE_DAMAGED: `what`, a path or a key, holds other
// bytes than were written there.
absl::Status DamagedError(absl::string_view what, absl::string_view problem);

// What was decoded; an error becomes DamagedError of `what`.
template <typename Decoded>
absl::StatusOr<Decoded> Stored(absl::string_view what,
                               absl::StatusOr<Decoded> decoded) {
  if (decoded.ok()) return decoded;
  return DamagedError(what, decoded.status().message());
}

// Why the store in `path` cannot be opened: DATA_LOSS with reason STORE_DAMAGED
// when RocksDB found damage, otherwise FAILED_PRECONDITION with reason
// STORE_CANNOT_BE_OPENED.
absl::Status OpenError(const rocksdb::Status& status, const std::string& path);

// DATA_LOSS for any failure to read; `what` was being read.
absl::Status ReadError(const rocksdb::Status& status, absl::string_view what);

inline rocksdb::Slice ToSlice(absl::string_view text) {
  return rocksdb::Slice(text.data(), text.size());
}
inline absl::string_view ToView(const rocksdb::Slice& slice) {
  return absl::string_view(slice.data(), slice.size());
}

// An open database with the families of schema.h, in a format that this
// program knows. Closes it when destroyed. Thread-safe.
class RocksDbFiles {
 public:
  // Opens the folder, or makes a new store in it. FAILED_PRECONDITION when it
  // cannot be opened (reason STORE_CANNOT_BE_OPENED), or when another program
  // wrote it or a newer one (STORE_FORMAT_UNKNOWN); DATA_LOSS when it is
  // damaged (STORE_DAMAGED). An end of the write-ahead log that nobody can have
  // been answered is dropped, with a warning in the program's log.
  static absl::StatusOr<std::unique_ptr<RocksDbFiles>> Open(
      const RocksDbOptions& options);

  ~RocksDbFiles();
  RocksDbFiles(const RocksDbFiles&) = delete;
  RocksDbFiles& operator=(const RocksDbFiles&) = delete;

  rocksdb::DB& db() const { return *db_; }
  rocksdb::ColumnFamilyHandle* meta() const { return families_[0]; }
  rocksdb::ColumnFamilyHandle* heads() const { return families_[1]; }
  rocksdb::ColumnFamilyHandle* values() const { return families_[2]; }
  rocksdb::ColumnFamilyHandle* log() const { return families_[3]; }
  rocksdb::ColumnFamilyHandle* requests() const { return families_[4]; }

  const std::string& store_id() const { return store_id_; }

  // The revision that the last commit before opening noted as its last.
  int64_t noted_last_revision() const { return noted_last_revision_; }

 private:
  RocksDbFiles(std::unique_ptr<rocksdb::DB> db,
               std::vector<rocksdb::ColumnFamilyHandle*> families)
      : db_(std::move(db)), families_(std::move(families)) {}

  absl::Status MakeNew(const std::string& store_id);
  absl::Status ReadMeta(const RocksDbOptions& options);
  absl::StatusOr<bool> IsEmpty() const;

  // Constant after Open.
  const std::unique_ptr<rocksdb::DB> db_;
  const std::vector<rocksdb::ColumnFamilyHandle*> families_;
  std::string store_id_;
  int64_t noted_last_revision_ = 0;
};

}  // namespace compendium::registry
