// SPDX-License-Identifier: Apache-2.0
#include "cli/text/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace compendium {

namespace {

// The columns of the terminal that the descriptor is, or 0.
size_t ColumnsOf(int descriptor) {
  winsize size = {};
  if (isatty(descriptor) != 1 || ioctl(descriptor, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

}  // namespace

Terminal DetectTerminal() {
  Terminal terminal;
  if (const size_t columns = ColumnsOf(STDOUT_FILENO); columns > 0)
    terminal.width = std::clamp<size_t>(columns, 40, 200);
  terminal.draws_progress = isatty(STDERR_FILENO) == 1;
  if (const size_t columns = ColumnsOf(STDERR_FILENO); columns > 0)
    terminal.progress_width = columns;
  return terminal;
}

}  // namespace compendium
