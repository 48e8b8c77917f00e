// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace compendium::reporting {

// The right to write to a folder: one process at a time has it, through a lock
// on the file "lock" in it. The system takes it back when the process ends,
// however it ends; the file stays.
class FolderLock {
 public:
  // Takes the lock of a folder that exists. FAILED_PRECONDITION when another
  // one is held, be it by this process.
  static absl::StatusOr<std::unique_ptr<FolderLock>> Take(
      const std::string& folder);

  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  explicit FolderLock(int fd) : fd_(fd) {}

  const int fd_;
};

}  // namespace compendium::reporting
