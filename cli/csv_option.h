// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "absl/status/status.h"

namespace compendium {

// Adds --csv to a command that can print its result as a table for
// spreadsheets.
void AddCsvOption(CLI::App& command, bool& csv);

// INVALID_ARGUMENT, marked BadUsage, when both forms are asked for.
absl::Status CheckOneForm(bool json, bool csv);

}  // namespace compendium
