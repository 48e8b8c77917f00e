// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium verify`: recomputes the registry's hash chain and the hash of
// every record version. kNegative, with the first bad revision, when anything
// does not fit.
void AddVerifyCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
