// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/archive/object_folder.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "lib/base/atomic_file.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "services/reporting/archive/limits.h"

namespace compendium::reporting {

std::string ObjectFolder::PathOf(absl::string_view sha256) const {
  return absl::StrCat(path_, "/", sha256.substr(0, 2), "/", sha256.substr(2));
}

absl::StatusOr<std::string> ObjectFolder::Put(absl::string_view bytes) const {
  if (bytes.size() > kReportFileBytesMax)
    return absl::ResourceExhaustedError(
        absl::StrCat("got a file of ", bytes.size(), " bytes, want ",
                     kReportFileBytesMax, " at most"));
  std::string sha256 = base::Sha256Hex(bytes);
  const absl::Status there = Get(sha256).status();
  if (there.ok()) return sha256;
  if (!absl::IsNotFound(there)) return there;
  const std::string path = PathOf(sha256);
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(),
                                      error);
  if (error)
    return absl::InternalError(absl::StrCat(path, ": ", error.message()));
  RETURN_IF_ERROR(base::WriteFileAtomically(path, bytes));
  return sha256;
}

absl::StatusOr<std::string> ObjectFolder::Get(absl::string_view sha256) const {
  const std::string path = PathOf(sha256);
  ASSIGN_OR_RETURN(std::string bytes,
                   base::ReadFile(path, kReportFileBytesMax));
  if (base::Sha256Hex(bytes) != sha256)
    return absl::DataLossError(
        absl::StrCat(path, ": its bytes are not those that were put there"));
  return bytes;
}

}  // namespace compendium::reporting
