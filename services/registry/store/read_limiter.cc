// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/read_limiter.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"

namespace compendium::registry {

size_t BytesOf(const RecordVersion& version) {
  return version.name.size() + version.value.size();
}

size_t BytesOf(const LoggedChange& change) {
  size_t bytes = change.entry.payload.size();
  for (const RecordVersion& version : change.versions)
    bytes += BytesOf(version);
  return bytes;
}

absl::Status CheckRevision(absl::string_view what, int64_t revision,
                           int64_t first, int64_t last) {
  if (revision >= first && revision <= last) return absl::OkStatus();
  return ErrorWithReason(
      absl::StatusCode::kOutOfRange, "REVISION_NOT_WRITTEN",
      absl::StrCat(what, ": got ", revision, ", want ", first, " to ", last),
      {{"revision", absl::StrCat(revision)},
       {"last_revision", absl::StrCat(last)}});
}

absl::Status NoVersionError(absl::string_view name, int64_t at_revision) {
  return ErrorWithReason(
      absl::StatusCode::kNotFound, "RECORD_NOT_FOUND",
      absl::StrCat(name, ": there is no such record at revision ", at_revision),
      {{"name", std::string(name)}, {"revision", absl::StrCat(at_revision)}});
}

}  // namespace compendium::registry
