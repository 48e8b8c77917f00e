// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium history NAME`: prints the versions of a record, newest first.
void AddHistoryCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
