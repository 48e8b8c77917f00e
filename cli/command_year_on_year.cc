// SPDX-License-Identifier: Apache-2.0
#include "cli/command_year_on_year.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/year_on_year_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/year_on_year_csv.h"

namespace compendium {
namespace {

struct YearOnYearOptions : ReportOptions {
  std::string base_round;
  std::string framework = "sdg";
  bool evidence = false;
};

absl::StatusOr<ExitCode> RunYearOnYear(const YearOnYearOptions& options,
                                       const CommandContext& context) {
  reporting::v1::GetYearOnYearRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_base_round(FullRoundName(options.base_round));
  request.set_framework(options.framework);
  ASSIGN_OR_RETURN(const reporting::v1::GetYearOnYearResponse response,
                   context.client.Call(&ReportingStub::GetYearOnYear, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return YearOnYearCsv(response.year_on_year(), revision);
      },
      [&](const ShortNames& names) {
        return YearOnYearText(
            response.year_on_year(), names,
            {.width = context.terminal.width, .evidence = options.evidence});
      });
}

}  // namespace

void AddYearOnYearCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<YearOnYearOptions>();
  CLI::App* command = app.add_subcommand(
      "year-on-year", "Show what a round says that the one before does not");
  command->add_option("--round", options->round, "Round, such as 2017")
      ->required();
  command->add_option("--base", options->base_round,
                      "Round to compare with; the one before by default");
  command->add_option("--mechanism", options->mechanism, "Only this mechanism");
  command->add_option("--framework", options->framework,
                      "Framework of the claims: sdg, gcm or iom-core");
  command->add_flag("--evidence", options->evidence,
                    "Quote the sentences behind each claim");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunYearOnYear(*options, context);
    };
  });
}

}  // namespace compendium
