// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium schedule create|update|pause|resume|delete|list|show|history|
// preview|runs|retry|deliveries|resend`: reports that are made again and again.
void AddScheduleCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
