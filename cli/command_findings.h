// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium findings NAME | --round R`: prints what checks find doubtful in a
// questionnaire or a round. `compendium suggestions`: nodes of frameworks that
// texts point to without claiming them.
void AddFindingsCommand(CLI::App& app, Command& chosen);
void AddSuggestionsCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
