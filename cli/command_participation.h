// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium participation`: prints which States and others take part in which
// mechanism.
void AddParticipationCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
