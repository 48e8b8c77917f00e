// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium projects`: prints the projects that questionnaires name.
void AddProjectsCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
