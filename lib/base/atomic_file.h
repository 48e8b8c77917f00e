// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::base {

// Replaces the file at `path` by `contents`: afterwards, also after a crash at
// any moment, the path holds either the whole old or the whole new file. The
// contents are on disk before it returns OK. On failure the old file stands.
absl::Status WriteFileAtomically(const std::string& path,
                                 absl::string_view contents);

// The whole file, held in memory once; NOT_FOUND when there is none,
// RESOURCE_EXHAUSTED when it is larger than `bytes_max`.
absl::StatusOr<std::string> ReadFile(const std::string& path, size_t bytes_max);

}  // namespace compendium::base
