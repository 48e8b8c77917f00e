// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/schedule/folder_sender.h"

#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "lib/base/atomic_file.h"
#include "lib/base/status_macros.h"
#include "lib/request/timestamp.h"

namespace compendium::reporting {
namespace {

bool IsName(absl::string_view part) {
  if (part.empty() || part.front() == '.') return false;
  for (const char c : part)
    if (!absl::ascii_isalnum(static_cast<unsigned char>(c)) && c != '.' &&
        c != '_' && c != '-')
      return false;
  return true;
}

// "weekly-2026-11-30T0700Z-".
std::string PrefixOf(const v1::Report& report) {
  const absl::string_view schedule = report.schedule();
  return absl::StrCat(
      schedule.substr(schedule.rfind('/') + 1), "-",
      absl::FormatTime("%Y-%m-%dT%H%MZ", ToTime(report.due_time()),
                       absl::UTCTimeZone()),
      "-");
}

}  // namespace

absl::Status CheckFolderPath(absl::string_view path) {
  for (const absl::string_view part : absl::StrSplit(path, '/'))
    if (!IsName(part))
      return absl::InvalidArgumentError(absl::StrCat(
          "got \"", path,
          "\", want names of letters, digits, \".\", \"_\" and \"-\" between "
          "slashes, none of which begins with \".\""));
  return absl::OkStatus();
}

absl::Status FolderSender::Send(const v1::Delivery& delivery,
                                const DeliveredReport& report) {
  if (root_.empty())
    return absl::PermissionDeniedError(
        "the worker has no --delivery_dir: reports go into no folder");
  const std::string& path = delivery.target().folder().path();
  RETURN_IF_ERROR(CheckFolderPath(path));
  const std::string folder = absl::StrCat(root_, "/", path);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return absl::InternalError(absl::StrCat(folder, ": ", error.message()));
  for (size_t i = 0; i < report.files.size(); ++i)
    RETURN_IF_ERROR(base::WriteFileAtomically(
        absl::StrCat(folder, "/", PrefixOf(report.report),
                     report.report.files(static_cast<int>(i)).file_name()),
        report.files[i]));
  return absl::OkStatus();
}

}  // namespace compendium::reporting
