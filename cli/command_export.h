// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace compendium {

// `compendium export --round R --format F --out FILE`: writes the
// questionnaires of a round, or of one mechanism, as one document.
// `compendium export --prefill --round R --from Q --out DIR`: writes for each
// mechanism that answered in round Q a form for round R. docs/export.md.
void AddExportCommand(CLI::App& app, Command& chosen);

}  // namespace compendium
