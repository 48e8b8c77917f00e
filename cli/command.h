// SPDX-License-Identifier: Apache-2.0
// What all commands have in common. Each command_*.h has one function that
// adds its subcommand to the command line; when the line names it, it leaves
// what is to be run in `chosen`.
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "cli/client.h"
#include "cli/exit_code.h"
#include "cli/text/terminal.h"
#include "lib/base/clock.h"

namespace compendium {

// What a command is given when it runs; everything lives longer than it.
struct CommandContext {
  const Client& client;
  base::Clock& clock;
  Terminal terminal;
  bool json = false;  // one JSON document instead of tables
  std::ostream& out;  // the result
  std::ostream& err;  // progress and remarks
};

// Runs a command that has read its options. An error is for main to print.
using Command =
    std::function<absl::StatusOr<ExitCode>(const CommandContext& context)>;

// "rounds/2016" for "2016"; a full name stays. Empty stays empty.
std::string FullRoundName(absl::string_view text);

// "mechanisms/midsa" for "midsa"; a full name stays. Empty stays empty.
std::string FullMechanismName(absl::string_view text);

}  // namespace compendium
