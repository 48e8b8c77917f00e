// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "cli/import/import_source.h"

namespace compendium {

// Reads the file at `path` as what it holds for a round, given by id or name.
// Every error is marked BadInput, but for a wrong round: BadUsage.
absl::StatusOr<ImportSource> ReadInputFile(const std::string& path,
                                           const std::string& round);

}  // namespace compendium
