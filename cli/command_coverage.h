// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium coverage --round R`: prints which mechanisms claim which nodes of
// a framework.
void AddCoverageCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
