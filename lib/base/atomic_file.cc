// SPDX-License-Identifier: Apache-2.0
#include "lib/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/descriptor.h"
#include "lib/base/status_macros.h"

namespace compendium::base {
namespace {

absl::Status Failed(absl::string_view what, absl::string_view path) {
  return absl::ErrnoToStatus(errno, absl::StrCat(what, " ", path));
}

absl::Status WriteAndSync(const std::string& path, absl::string_view contents) {
  const Descriptor file(
      open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) return Failed("open", path);
  while (!contents.empty()) {
    const ssize_t written = write(file.get(), contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return Failed("write", path);
    contents.remove_prefix(static_cast<size_t>(written));
  }
  if (fsync(file.get()) != 0) return Failed("fsync", path);
  return absl::OkStatus();
}

absl::Status SyncFolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  const std::string folder =
      slash == std::string::npos ? "." : path.substr(0, slash + 1);
  const Descriptor file(
      open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (file.get() < 0) return Failed("open", folder);
  if (fsync(file.get()) != 0) return Failed("fsync", folder);
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteFileAtomically(const std::string& path,
                                 absl::string_view contents) {
  const std::string temporary = path + ".new";
  RETURN_IF_ERROR(WriteAndSync(temporary, contents));
  if (rename(temporary.c_str(), path.c_str()) != 0)
    return Failed("rename", temporary);
  return SyncFolderOf(path);
}

absl::StatusOr<std::string> ReadFile(const std::string& path,
                                     size_t bytes_max) {
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return Failed("open", path);
  struct stat information = {};
  if (fstat(file.get(), &information) != 0) return Failed("stat", path);
  const auto too_large = [&] {
    return absl::ResourceExhaustedError(
        absl::StrCat(path, ": got more than ", bytes_max, " bytes"));
  };
  const auto size = static_cast<size_t>(information.st_size);
  if (size > bytes_max) return too_large();
  std::string contents;
  contents.reserve(size);  // it grows only when the file does meanwhile
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = read(file.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Failed("read", path);
    if (count == 0) return contents;
    contents.append(buffer, static_cast<size_t>(count));
    if (contents.size() > bytes_max) return too_large();
  }
}

}  // namespace compendium::base
