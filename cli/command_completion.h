// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium completion --round R`: prints who answered what, and who did not.
void AddCompletionCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
