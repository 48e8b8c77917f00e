// SPDX-License-Identifier: Apache-2.0
#include "cli/command_completion.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/completion_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/completion_csv.h"

namespace compendium {
namespace {

struct CompletionOptions : ReportOptions {
  bool evidence = false;
};

absl::StatusOr<ExitCode> RunCompletion(const CompletionOptions& options,
                                       const CommandContext& context) {
  reporting::v1::GetCompletionRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  ASSIGN_OR_RETURN(const reporting::v1::GetCompletionResponse response,
                   context.client.Call(&ReportingStub::GetCompletion, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return CompletionCsv(response.completion(), revision);
      },
      [&](const ShortNames& names) {
        return CompletionText(
            response.completion(), names,
            {.width = context.terminal.width, .evidence = options.evidence});
      });
}

}  // namespace

void AddCompletionCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<CompletionOptions>();
  CLI::App* command = app.add_subcommand(
      "completion", "Show who answered what, and who did not");
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command->add_option("--mechanism", options->mechanism, "Only this mechanism");
  command->add_flag("--evidence", options->evidence,
                    "Quote the words of each answer that tells nothing");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunCompletion(*options, context);
    };
  });
}

}  // namespace compendium
