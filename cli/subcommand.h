// SPDX-License-Identifier: Apache-2.0
// What commands with subcommands have in common.
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "cli/command.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"

namespace compendium {

// Adds a subcommand that runs `run` with options which all subcommands of
// `parent` share.
template <class Options>
CLI::App& AddSubcommand(CLI::App& parent, const std::string& name,
                        const std::string& help,
                        const std::shared_ptr<Options>& options,
                        absl::StatusOr<ExitCode> (*run)(const Options&,
                                                        const CommandContext&),
                        Command& chosen) {
  CLI::App* command = parent.add_subcommand(name, help);
  command->callback([options, run, &chosen] {
    chosen = [options, run](const CommandContext& context) {
      return run(*options, context);
    };
  });
  return *command;
}

// Prints the response as JSON, or as text(width).
template <class Response, class Text>
absl::StatusOr<ExitCode> PrintResponse(const Response& response,
                                       const CommandContext& context,
                                       Text text) {
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else {
    context.out << text(context.terminal.width);
  }
  return ExitCode::kOk;
}

}  // namespace compendium
