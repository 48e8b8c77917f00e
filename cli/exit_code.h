// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"

namespace compendium {

// How the command ends, for scripts. kExitCodeHelp and README.md say the same.
enum class ExitCode {
  kOk = 0,
  kNegative = 1,     // it worked, and the answer is no
  kUsage = 2,        // the command line is wrong
  kBadInput = 3,     // a file cannot be read or is not what it should be
  kRefused = 4,      // the server answered with an error
  kUnreachable = 5,  // no server, or no answer in time
};

// The text of --help about it.
inline constexpr char kExitCodeHelp[] =
    "Exit codes: 0 done; 1 verification failed, not everything imported, or\n"
    "a file could not be written; 2 wrong command line; 3 wrong input file;\n"
    "4 the server refused; 5 no server, or no answer in time.";

// Marks an error as one of the input, of the command line, or of writing the
// result (kNegative). The marks are payloads: code and message stay.
absl::Status BadInput(absl::Status status);
absl::Status BadUsage(absl::Status status);
absl::Status BadOutput(absl::Status status);

// The exit code of a failure: that of its mark; else kUnreachable for
// UNAVAILABLE, DEADLINE_EXCEEDED and CANCELLED, and kRefused for all others.
// kOk for OK.
ExitCode ExitCodeOf(const absl::Status& status);

}  // namespace compendium
