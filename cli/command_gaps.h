// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium gaps --round R`: prints the nodes of a framework that nobody
// claims, or not that mechanism.
void AddGapsCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
