// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium status`: prints how both services are. kUnreachable when one of
// them does not answer; what the other says is printed all the same.
void AddStatusCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
