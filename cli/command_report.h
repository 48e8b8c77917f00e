// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium report create|list|show|get|compare|verify|watch`: makes reports,
// finds them in the archive, takes their files out, compares and verifies them.
void AddReportCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
