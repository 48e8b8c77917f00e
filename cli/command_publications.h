// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium publications`: prints the publications that questionnaires name.
void AddPublicationsCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
