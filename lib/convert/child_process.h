// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"

namespace compendium {

// What to run. No shell is involved: the words go to the program as they are.
struct ChildCommand {
  std::vector<std::string> arguments;    // the program's path comes first
  std::vector<std::string> environment;  // NAME=value; nothing is inherited
  std::string folder = "/";              // where it starts
  absl::string_view input = {};          // its standard input
  absl::Duration timeout;
  size_t output_bytes_max = 0;
};

struct ChildResult {
  int exit_status = 0;  // 128 + signal when one ended it
  std::string output;   // its standard output
  std::string error;    // the first kChildErrorBytesMax of standard error
};

// Runs a program to its end. It gets a session of its own, no terminal, and of
// this process's files only its three standard ones. Afterwards neither it nor
// anything of its process group is left, whatever happened.
//
// RESOURCE_EXHAUSTED when it took longer than the timeout or wrote more than
// output_bytes_max; NOT_FOUND when there is no such program; other codes when
// the system refuses. That it fails is no error here: see exit_status.
//
// May be called from any thread, many at once. The process must not ignore
// SIGCHLD.
absl::StatusOr<ChildResult> RunChild(const ChildCommand& command,
                                     base::Clock& clock);

}  // namespace compendium
