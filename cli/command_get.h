// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium get NAME [--revision R]`: prints one record.
void AddGetCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
