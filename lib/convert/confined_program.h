// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "lib/base/clock.h"
#include "lib/convert/child_process.h"

namespace compendium {

// A file that a program finds under its plain name in the folder where it
// starts.
struct ConversionFile {
  std::string name;
  absl::string_view bytes;
};

// What a program may cost and where it is kept.
struct Confinement {
  // By bubblewrap; see fence.h.
  bool confined = true;
  std::string bwrap_path = "/usr/bin/bwrap";
  std::string temporary_folder = "/tmp";
  absl::Duration timeout;  // of the clock, and of the processor's time
  size_t address_bytes_max = 0;
  size_t input_bytes_max = 0;
  size_t output_bytes_max = 0;
};

// A program that converts documents: one that is too large, or has holes, to
// run with what this process may.
struct ConfinedProgram {
  std::string name;                  // for messages: "pandoc"
  std::string package;               // the Debian package that has it
  std::vector<std::string> command;  // the program's path comes first
  absl::string_view input;           // borrowed during the call
  std::vector<ConversionFile> files = {};
  std::vector<std::string> environment = {};  // besides what fence.h gives
  absl::Time document_time;  // what its result says it was made at
  // What to do where the machine does not let bubblewrap confine, besides
  // allowing it: "or …"; may be empty.
  std::string way_out = {};
};

// Runs it to its end, see child_process.h; whether it failed is the caller's to
// judge. Where the machine cannot confine it, it does not run.
//
// RESOURCE_EXHAUSTED above a limit; FAILED_PRECONDITION when program,
// bubblewrap or util-linux are not installed or the machine does not let
// bubblewrap confine; INVALID_ARGUMENT when a file's name is a path.
//
// May be called from any thread, many at once.
absl::StatusOr<ChildResult> RunConfined(const ConfinedProgram& program,
                                        const Confinement& confinement,
                                        base::Clock& clock);

// FAILED_PRECONDITION, naming the package, when nothing can be run at `path`.
absl::Status CheckInstalled(const std::string& path, absl::string_view package);

// What a program said on standard error, on one line and short enough to be
// read.
std::string Said(absl::string_view error);

}  // namespace compendium
