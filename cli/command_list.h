// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium list mechanisms|rounds|questionnaires`: prints all records of a
// kind, at one revision.
void AddListCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
