// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "absl/strings/str_cat.h"

namespace compendium::reporting {

absl::StatusOr<std::unique_ptr<FolderLock>> FolderLock::Take(
    const std::string& folder) {
  const std::string path = absl::StrCat(folder, "/lock");
  const int fd = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("open ", path));
  std::unique_ptr<FolderLock> lock(new FolderLock(fd));
  if (flock(fd, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK)
    return absl::ErrnoToStatus(errno, absl::StrCat("flock ", path));
  return absl::FailedPreconditionError(absl::StrCat(
      "--data_dir: got ", folder, ", want a folder that no other worker uses"));
}

FolderLock::~FolderLock() { close(fd_); }

}  // namespace compendium::reporting
