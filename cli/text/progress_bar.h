// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>

#include "absl/strings/string_view.h"

namespace compendium {

// Shows how far a long piece of work is: one line that is drawn again and
// again on a terminal, one line per step elsewhere (logs, pipes). Not
// thread-safe.
class ProgressBar {
 public:
  struct Options {
    size_t total = 0;          // steps of the whole work
    size_t width = 80;         // columns of the line
    bool is_terminal = false;  // whether `out` is one
  };

  // `out` must live as long as the bar.
  ProgressBar(const Options& options, std::ostream& out);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // One more step is done; `what` says which, in a few words.
  void Step(absl::string_view what);

  // Takes the line away, so that other output can follow. Called by the
  // destructor too.
  void Finish();

 private:
  const Options options_;
  std::ostream& out_;
  size_t done_ = 0;
  bool drawn_ = false;
};

}  // namespace compendium
