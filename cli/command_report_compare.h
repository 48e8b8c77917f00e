// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium report compare`, to be added to `compendium report`: prints how
// two reports of the archive differ, and why.
void AddReportCompareCommand(CLI::App& report, Command& chosen);

}  // namespace compendium
