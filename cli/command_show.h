// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium show NAME`: prints a questionnaire with what was found in its
// answers marked in the text.
void AddShowCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
