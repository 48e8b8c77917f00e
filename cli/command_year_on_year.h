// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium year-on-year`: prints what one round says that the one before it
// does not.
void AddYearOnYearCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
