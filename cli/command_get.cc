// SPDX-License-Identifier: Apache-2.0
#include "cli/command_get.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/registry_reads.h"
#include "cli/text/record_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct GetOptions {
  std::string name;
  int64_t revision = 0;
};

absl::StatusOr<ExitCode> RunGet(const GetOptions& options,
                                const CommandContext& context) {
  std::string json;
  ASSIGN_OR_RETURN(
      const registry::v1::Record record,
      GetRecord(context.client, options.name, options.revision, &json));
  context.out << (context.json ? json
                               : RecordText(record, context.terminal.width));
  return ExitCode::kOk;
}

}  // namespace

void AddGetCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<GetOptions>();
  CLI::App* command = app.add_subcommand("get", "Show one record");
  command
      ->add_option("NAME", options->name,
                   "Resource name, such as mechanisms/midsa")
      ->required();
  command->add_option("--revision", options->revision,
                      "As of this revision; 0: now");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunGet(*options, context);
    };
  });
}

}  // namespace compendium
