// SPDX-License-Identifier: Apache-2.0
#include "cli/text/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace compendium {

Terminal DetectTerminal() {
  Terminal terminal;
  winsize size = {};
  if (isatty(STDOUT_FILENO) == 1 &&
      ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    terminal.width = std::clamp<size_t>(size.ws_col, 40, 200);
  terminal.draws_progress = isatty(STDERR_FILENO) == 1;
  return terminal;
}

}  // namespace compendium
