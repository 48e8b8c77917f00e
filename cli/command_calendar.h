// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium calendar`: prints the meetings, each event once.
void AddCalendarCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
