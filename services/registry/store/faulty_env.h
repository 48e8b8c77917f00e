// SPDX-License-Identifier: Apache-2.0
// For tests: a file system that fails when told to.
#pragma once

#include <rocksdb/env.h>

#include <atomic>
#include <memory>
#include <utility>

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
    if (status.ok()) *result = std::make_unique<File>(*this, std::move(file));
    return status;
  }

  std::atomic<bool> fail_appends{false};
  std::atomic<bool> fail_syncs{false};

 private:
  class File final : public rocksdb::WritableFileWrapper {
   public:
    File(const FaultyEnv& env, std::unique_ptr<rocksdb::WritableFile> file)
        : WritableFileWrapper(file.get()), env_(env), file_(std::move(file)) {}

    rocksdb::Status Append(const rocksdb::Slice& bytes) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      return file_->Append(bytes);
    }
    rocksdb::Status Append(const rocksdb::Slice& bytes,
                           const rocksdb::DataVerificationInfo& info) override {
      if (env_.fail_appends) return rocksdb::Status::IOError("told to fail");
      return file_->Append(bytes, info);
    }
    rocksdb::Status Sync() override {
      if (env_.fail_syncs) return rocksdb::Status::IOError("told to fail");
      return file_->Sync();
    }
    rocksdb::Status Fsync() override {
      if (env_.fail_syncs) return rocksdb::Status::IOError("told to fail");
      return file_->Fsync();
    }

   private:
    const FaultyEnv& env_;
    const std::unique_ptr<rocksdb::WritableFile> file_;
  };
};

}  // namespace compendium::registry
