// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium diff`: prints how figures differ between two revisions, and why.
void AddDiffCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
