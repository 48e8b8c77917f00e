// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_files.h"

#include <rocksdb/env.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/store/schema.h"
#include "services/registry/store/store_id.h"
#include "services/registry/store/write_ahead_log.h"

namespace compendium::registry {
namespace {

absl::Status UnknownFormat(const std::string& path, absl::string_view what) {
  return ErrorWithReason(absl::StatusCode::kFailedPrecondition,
                         "STORE_FORMAT_UNKNOWN",
                         absl::StrCat("store ", path, ": ", what));
}

// Whether `path` holds a database. RocksDB would make a new one over the
// remains of one that lost its CURRENT file: DATA_LOSS.
absl::StatusOr<bool> DatabaseExists(rocksdb::Env& env,
                                    const std::string& path) {
  const rocksdb::Status current = env.FileExists(path + "/CURRENT");
  if (current.ok()) return true;
  if (!current.IsNotFound()) return OpenError(current, path);
  std::vector<std::string> children;
  if (!env.GetChildren(path, &children).ok()) return false;  // not there yet
  for (const std::string& child : children) {
    if (absl::EndsWith(child, ".sst") || absl::EndsWith(child, ".log"))
      return DamagedError(path,
                          absl::StrCat("got ", child, " without CURRENT"));
  }
  return false;
}

// Refuses a database with families that this format does not have.
absl::Status CheckFamilies(
    const rocksdb::DBOptions& database, const std::string& path,
    const std::vector<rocksdb::ColumnFamilyDescriptor>& known) {
  std::vector<std::string> names;
  const rocksdb::Status listed =
      rocksdb::DB::ListColumnFamilies(database, path, &names);
  if (!listed.ok()) return OpenError(listed, path);
  for (const std::string& name : names) {
    if (std::none_of(known.begin(), known.end(),
                     [&](const auto& family) { return family.name == name; }))
      return UnknownFormat(path, absl::StrCat("got family ", name));
  }
  return absl::OkStatus();
}

// Whether files of the folder, which is made when missing, can be written past
// the page cache: not every file system can.
bool DirectWritesWork(rocksdb::Env& env, const std::string& path) {
  if (!env.CreateDirIfMissing(path).ok()) return false;
  const std::string probe = path + "/direct_write.tmp";
  rocksdb::EnvOptions direct;
  direct.use_direct_writes = true;
  std::unique_ptr<rocksdb::WritableFile> file;
  bool works = env.NewWritableFile(probe, &file, direct).ok();
  if (works) {
    constexpr size_t kBlock = 4096;
    alignas(kBlock) const char block[kBlock] = {};
    works = file->PositionedAppend(rocksdb::Slice(block, kBlock), 0).ok() &&
            file->Close().ok();
  }
  env.DeleteFile(probe);
  return works;
}

// Checks the write-ahead logs while no process has the database open.
absl::StatusOr<std::optional<WriteAheadLogPlace>> CheckLogsLocked(
    rocksdb::Env& env, const std::string& path) {
  rocksdb::FileLock* lock = nullptr;
  const rocksdb::Status locked = env.LockFile(path + "/LOCK", &lock);
  if (!locked.ok()) return OpenError(locked, path);
  auto dropped = CheckWriteAheadLogs(env, path);
  env.UnlockFile(lock);
  return dropped;
}

}  // namespace

absl::Status DamagedError(absl::string_view what, absl::string_view problem) {
  return ErrorWithReason(absl::StatusCode::kDataLoss, "STORE_DAMAGED",
                         absl::StrCat("store ", what, ": ", problem));
}

absl::Status OpenError(const rocksdb::Status& status, const std::string& path) {
  if (status.IsCorruption()) return DamagedError(path, status.ToString());
  return ErrorWithReason(absl::StatusCode::kFailedPrecondition,
                         "STORE_CANNOT_BE_OPENED",
                         absl::StrCat("store ", path, ": ", status.ToString()));
}

absl::Status ReadError(const rocksdb::Status& status, absl::string_view what) {
  return DamagedError(what, status.ToString());
}

absl::StatusOr<std::unique_ptr<RocksDbFiles>> RocksDbFiles::Open(
    const RocksDbOptions& options) {
  rocksdb::DBOptions database = DatabaseOptions(options);
  const std::vector<rocksdb::ColumnFamilyDescriptor> families =
      Families(options);
  ASSIGN_OR_RETURN(const bool exists,
                   DatabaseExists(*database.env, options.path));
  std::optional<WriteAheadLogPlace> dropped;
  if (exists) {
    RETURN_IF_ERROR(CheckFamilies(database, options.path, families));
    ASSIGN_OR_RETURN(dropped, CheckLogsLocked(*database.env, options.path));
  }
  database.use_direct_io_for_flush_and_compaction =
      DirectWritesWork(*database.env, options.path);
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const rocksdb::Status opened =
      rocksdb::DB::Open(database, options.path, families, &handles, &db);
  if (!opened.ok()) return OpenError(opened, options.path);
  std::unique_ptr<RocksDbFiles> files(
      new RocksDbFiles(std::unique_ptr<rocksdb::DB>(db), std::move(handles)));
  if (dropped.has_value())
    base::Log(base::Severity::kWarning, "store_tail_dropped",
              {{"wal", dropped->file}, {"byte", absl::StrCat(dropped->byte)}});
  RETURN_IF_ERROR(files->ReadMeta(options));
  return files;
}

RocksDbFiles::~RocksDbFiles() {
  for (rocksdb::ColumnFamilyHandle* family : families_)
    db_->DestroyColumnFamilyHandle(family);
  db_->Close();
}

// Reads the meta family and, in a database without anything, writes it first.
absl::Status RocksDbFiles::ReadMeta(const RocksDbOptions& options) {
  ASSIGN_OR_RETURN(const bool empty, IsEmpty());
  if (empty) {
    RETURN_IF_ERROR(MakeNew(
        options.new_store_id.empty() ? MakeStoreId() : options.new_store_id));
  }
  const auto read = [&](const char* key) -> absl::StatusOr<std::string> {
    std::string value;
    const rocksdb::Status status =
        db_->Get(rocksdb::ReadOptions(), meta(), key, &value);
    if (!status.ok())
      return ReadError(status, absl::StrCat(options.path, ": ", key));
    return value;
  };
  ASSIGN_OR_RETURN(const std::string format, read(kFormatKey));
  ASSIGN_OR_RETURN(const uint32_t version,
                   Stored(options.path, DecodeFormatVersion(format)));
  if (version != kFormatVersion)
    return UnknownFormat(options.path, absl::StrCat("got format ", version,
                                                    ", want ", kFormatVersion));
  ASSIGN_OR_RETURN(const std::string store_id, read(kStoreIdKey));
  ASSIGN_OR_RETURN(store_id_, Stored(options.path, DecodeStoreId(store_id)));
  ASSIGN_OR_RETURN(const std::string last_revision, read(kLastRevisionKey));
  ASSIGN_OR_RETURN(noted_last_revision_,
                   Stored(options.path, DecodeRevision(last_revision)));
  return absl::OkStatus();
}

absl::Status RocksDbFiles::MakeNew(const std::string& store_id) {
  RETURN_IF_ERROR(DecodeStoreId(store_id).status());
  rocksdb::WriteBatch batch;
  batch.Put(meta(), kFormatKey, EncodeFormatVersion(kFormatVersion));
  batch.Put(meta(), kStoreIdKey, store_id);
  batch.Put(meta(), kLastRevisionKey, EncodeRevision(0));
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const rocksdb::Status written = db_->Write(synced, &batch);
  if (!written.ok()) return OpenError(written, db_->GetName());
  return absl::OkStatus();
}

absl::StatusOr<bool> RocksDbFiles::IsEmpty() const {
  for (rocksdb::ColumnFamilyHandle* family : families_) {
    const std::unique_ptr<rocksdb::Iterator> iterator(
        db_->NewIterator(rocksdb::ReadOptions(), family));
    iterator->SeekToFirst();
    if (!iterator->status().ok())
      return ReadError(iterator->status(), family->GetName());
    if (iterator->Valid()) return false;
  }
  return true;
}

}  // namespace compendium::registry
