// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace compendium {

// Where the output goes.
struct Terminal {
  // Columns for tables: those of the terminal on standard output, at least 40
  // and at most 200 (longer lines are hard to follow), or 80 elsewhere.
  size_t width = 80;
  // Whether standard output is a terminal that shows colours, and the user did
  // not say otherwise (NO_COLOR, see no-color.org; TERM=dumb).
  bool colour = false;
  // Whether standard error is a terminal, so that a progress bar can be drawn,
  // and the columns of that terminal: the two may differ.
  bool draws_progress = false;
  size_t progress_width = 80;
};

// The terminal of this process.
Terminal DetectTerminal();

}  // namespace compendium
