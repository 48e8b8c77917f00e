// SPDX-License-Identifier: Apache-2.0
#include "cli/command_coverage.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/as_of.h"
#include "cli/csv/coverage_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/coverage_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct CoverageOptions {
  std::string round;
  std::string framework = "sdg";
  std::string mechanism;
  int64_t min_revision = 0;
  std::string as_of;
  bool evidence = false;
  bool csv = false;
};

absl::StatusOr<ExitCode> RunCoverage(const CoverageOptions& options,
                                     const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetCoverageRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_framework(options.framework);
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(const reporting::v1::GetCoverageResponse response,
                   context.client.Call(&ReportingStub::GetCoverage, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << CoverageCsv(response.coverage(),
                               response.computed_at_revision());
  } else {
    context.out << CoverageText(response.coverage(),
                                ReadShortNames(context.client),
                                {.width = context.terminal.width,
                                 .evidence = options.evidence})
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
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
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  command->add_flag("--evidence", options->evidence,
                    "Quote the sentence behind each claim");
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunCoverage(*options, context);
    };
  });
}

}  // namespace compendium
