// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium clashes`: prints the days on which a State is expected at two
// meetings.
void AddClashesCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
