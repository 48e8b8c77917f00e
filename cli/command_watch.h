// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium watch`: prints changes as they happen, for ever or until a limit;
// goes on by itself after the registry was away. With --json each message is
// one document on one line: a stream has no end to wait for.
void AddWatchCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
