// SPDX-License-Identifier: Apache-2.0
#include "cli/text/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace compendium {

namespace {

// The columns of the terminal that the descriptor is, or 0.
size_t ColumnsOf(int descriptor) {
  winsize size = {};
  if (isatty(descriptor) != 1 || ioctl(descriptor, TIOCGWINSZ, &size) != 0)
    return 0;
  return size.ws_col;
}

bool WantsColour() {
  const char* const no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* const term = std::getenv("TERM");
  return term != nullptr && std::strcmp(term, "dumb") != 0;
}

}  // namespace

Terminal DetectTerminal() {
  Terminal terminal;
  if (const size_t columns = ColumnsOf(STDOUT_FILENO); columns > 0)
    terminal.width = std::clamp<size_t>(columns, 40, 200);
  terminal.colour = isatty(STDOUT_FILENO) == 1 && WantsColour();
  terminal.draws_progress = isatty(STDERR_FILENO) == 1;
  if (const size_t columns = ColumnsOf(STDERR_FILENO); columns > 0)
    terminal.progress_width = columns;
  return terminal;
}

}  // namespace compendium
