// SPDX-License-Identifier: Apache-2.0
#include "cli/command_coverage.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/coverage_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/coverage_csv.h"

namespace compendium {
namespace {

struct CoverageOptions : ReportOptions {
  std::string framework = "sdg";
  bool evidence = false;
};

absl::StatusOr<ExitCode> RunCoverage(const CoverageOptions& options,
                                     const CommandContext& context) {
  reporting::v1::GetCoverageRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_framework(options.framework);
  ASSIGN_OR_RETURN(const reporting::v1::GetCoverageResponse response,
                   context.client.Call(&ReportingStub::GetCoverage, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return CoverageCsv(response.coverage(), revision);
      },
      [&](const ShortNames& names) {
        return CoverageText(
            response.coverage(), names,
            {.width = context.terminal.width, .evidence = options.evidence});
      });
}

}  // namespace

void AddCoverageCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<CoverageOptions>();
  CLI::App* command =
      app.add_subcommand("coverage", "Show who claims which goals and targets");
  command->add_option("--round", options->round, "Round, such as 2016")
      ->required();
  command->add_option("--framework", options->framework,
                      "Framework: sdg, gcm or iom-core");
  command->add_option("--mechanism", options->mechanism, "Only this mechanism");
  command->add_flag("--evidence", options->evidence,
                    "Quote the sentence behind each claim");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunCoverage(*options, context);
    };
  });
}

}  // namespace compendium
