// SPDX-License-Identifier: Apache-2.0
// The compendium command; see README.md.
#include <iostream>

#include "absl/synchronization/mutex.h"
#include "cli/application.h"
#include "cli/text/terminal.h"
#include "lib/base/clock.h"

int main(int argc, char** argv) {
  // Debian builds the search in, and it ends the process on a suspicion.
  absl::SetMutexDeadlockDetectionMode(absl::OnDeadlockCycle::kIgnore);
  compendium::base::RealClock clock;
  return compendium::RunApplication(argc, argv,
                                    {.clock = clock,
                                     .terminal = compendium::DetectTerminal(),
                                     .out = std::cout,
                                     .err = std::cerr});
}
