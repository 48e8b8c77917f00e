// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "cli/text/terminal.h"
#include "lib/base/clock.h"

namespace compendium {

// Where a run of the command writes to and takes the time from.
struct ApplicationPorts {
  base::Clock& clock;
  Terminal terminal;
  std::ostream& out;
  std::ostream& err;
};

// Reads the command line, runs the command that it names and returns the exit
// code (exit_code.h). Errors go to `err`.
int RunApplication(int argc, const char* const* argv,
                   const ApplicationPorts& ports);

}  // namespace compendium
