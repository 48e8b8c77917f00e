// SPDX-License-Identifier: Apache-2.0
#include "cli/output_file.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "cli/exit_code.h"
#include "cli/text/status_prefix.h"
#include "lib/base/atomic_file.h"

namespace compendium {
namespace {

namespace fs = std::filesystem;

absl::Status MakeFolderOf(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (!error) return absl::OkStatus();
  return absl::UnknownError(
      absl::StrCat(folder.string(), ": ", error.message()));
}

}  // namespace

absl::Status WriteOutputFiles(const std::vector<OutputFile>& files,
                              bool force) {
  for (const OutputFile& file : files) {
    std::error_code error;
    const fs::file_status found = fs::symlink_status(file.path, error);
    if (fs::is_directory(found)) {
      return BadOutput(absl::InvalidArgumentError(
          absl::StrCat(file.path, ": got a folder, want a file to write")));
    }
    if (!force && fs::exists(found)) {
      return BadOutput(absl::AlreadyExistsError(absl::StrCat(
          file.path, ": got a file that exists, want --force to replace it")));
    }
  }
  for (const OutputFile& file : files) {
    if (absl::Status made = MakeFolderOf(file.path); !made.ok())
      return BadOutput(std::move(made));
    if (absl::Status written = base::WriteFileAtomically(file.path, file.bytes);
        !written.ok())
      return BadOutput(std::move(written));
  }
  return absl::OkStatus();
}

}  // namespace compendium
