// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "absl/status/statusor.h"
#include "cli/import/import_file.h"
#include "cli/import/import_source.h"

namespace compendium {

// How a file is to be read.
struct InputOptions {
  std::string path;
  std::string round;        // by id or name
  std::string format;       // of FileFormat; empty: by the content
  bool unconfined = false;  // pandoc runs without bubblewrap
};

// Adds --format and --unconfined to a command.
void AddInputOptions(CLI::App& command, InputOptions& options);

// Opens a file for import. Every error is marked BadInput, but for a wrong
// round or format: BadUsage.
absl::StatusOr<std::unique_ptr<ImportFile>> OpenInputFile(
    const InputOptions& options);

// Reads all of it as what it holds for the round; errors as above.
absl::StatusOr<ImportSource> ReadInputFile(const InputOptions& options);

}  // namespace compendium
