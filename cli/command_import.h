// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium import FILE --round R`: brings the registry to what a file says
// (import_plan.h has the rules) and prints what was written and what of the
// file was not understood. kNegative when records were skipped because they
// are deleted.
void AddImportCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
