// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium facts --round R [--file FILE]`: prints what the questionnaires of
// a round say as plain facts, from the registry in the order of their names,
// or from a file, in its order and without any server. With --json always an
// array.
void AddFactsCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
