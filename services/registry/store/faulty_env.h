// SPDX-License-Identifier: Apache-2.0
// For tests: a file system that fails when told to, and one whose power fails.
#pragma once

#include <rocksdb/env.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "lib/base/mutex.h"

namespace compendium::registry {

// The machine's files, but while `fail_appends` or `fail_syncs` is set, appends
// or syncs of files opened by it return an I/O error. Thread-safe.
class FaultyEnv final : public rocksdb::EnvWrapper {
 public:
  FaultyEnv() : EnvWrapper(rocksdb::Env::Default()) {}

  rocksdb::Status NewWritableFile(
      const std::string& path, std::unique_ptr<rocksdb::WritableFile>* result,
      const rocksdb::EnvOptions& options) override {
    std::unique_ptr<rocksdb::WritableFile> file;
    rocksdb::Status status = target()->NewWritableFile(path, &file, options);
    if (!status.ok()) return status;
    *result = std::make_unique<File>(*this, path, std::move(file));
    base::MutexLock lock(mu_);
    synced_bytes_[path] = 0;
    return status;
  }
  rocksdb::Status RenameFile(const std::string& from,
                             const std::string& to) override {
    base::MutexLock lock(mu_);
    if (auto moved = synced_bytes_.extract(from)) {
      moved.key() = to;
      synced_bytes_.erase(to);
      synced_bytes_.insert(std::move(moved));
    }
    return target()->RenameFile(from, to);
  }

  // Takes from every file that this object made what no sync has reached, as
  // the worst power cut would. The store must be closed.
  void LoseWhatIsNotSynced() {
    base::MutexLock lock(mu_);
    for (const auto& [path, bytes] : synced_bytes_)
      if (std::filesystem::exists(path) &&
          std::filesystem::file_size(path) > bytes)
        std::filesystem::resize_file(path, bytes);
  }

  std::atomic<bool> fail_appends{false};
  std::atomic<bool> fail_syncs{false};

 private:
  class File final : public rocksdb::WritableFileWrapper {
   public:
    File(FaultyEnv& env, std::string path,
         std::unique_ptr<rocksdb::WritableFile> file)
        : WritableFileWrapper(file.get()),
          env_(env),
          path_(std::move(path)),
          file_(std::move(file)) {}

    rocksdb::Status Append(const rocksdb::Slice& bytes) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      bytes_ += bytes.size();
      return file_->Append(bytes);
    }
    rocksdb::Status Append(const rocksdb::Slice& bytes,
                           const rocksdb::DataVerificationInfo& info) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      bytes_ += bytes.size();
      return file_->Append(bytes, info);
    }
    // How RocksDB writes past the page cache: whole blocks, cut to the real
    // size at the end.
    rocksdb::Status PositionedAppend(const rocksdb::Slice& bytes,
                                     uint64_t offset) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      bytes_ = std::max(bytes_, offset + bytes.size());
      return file_->PositionedAppend(bytes, offset);
    }
    rocksdb::Status PositionedAppend(
        const rocksdb::Slice& bytes, uint64_t offset,
        const rocksdb::DataVerificationInfo& info) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      bytes_ = std::max(bytes_, offset + bytes.size());
      return file_->PositionedAppend(bytes, offset, info);
    }
    rocksdb::Status Truncate(uint64_t size) override {
      bytes_ = size;
      return file_->Truncate(size);
    }
    rocksdb::Status Sync() override {
      if (env_.fail_syncs) return rocksdb::Status::IOError("told to fail");
      return Synced(file_->Sync());
    }
    rocksdb::Status Fsync() override {
      if (env_.fail_syncs) return rocksdb::Status::IOError("told to fail");
      return Synced(file_->Fsync());
    }

   private:
    rocksdb::Status Synced(rocksdb::Status status) {
      base::MutexLock lock(env_.mu_);
      if (status.ok()) env_.synced_bytes_[path_] = bytes_;
      return status;
    }

    FaultyEnv& env_;
    const std::string path_;
    const std::unique_ptr<rocksdb::WritableFile> file_;
    uint64_t bytes_ = 0;  // written so far
  };

  base::Mutex mu_;
  std::map<std::string, uint64_t> synced_bytes_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::registry
