// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium analyze FILE|-`: has the registry read the text of one answer and
// prints what it finds.
void AddAnalyzeCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
