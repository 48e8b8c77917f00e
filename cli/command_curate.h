// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium curate NAME WHAT …`: corrects, adds, rejects and restores items,
// decides about findings and suggestions, joins and splits events. Each run is
// one revision.
void AddCurateCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
