// SPDX-License-Identifier: Apache-2.0
#include "cli/command_clashes.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/clash_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/clash_csv.h"

namespace compendium {
namespace {

struct ClashesOptions : ReportOptions {
  std::string country_code;
  std::string from;
  std::string to;
  bool certain = false;
  bool observers = false;
};

absl::StatusOr<ExitCode> RunClashes(const ClashesOptions& options,
                                    const CommandContext& context) {
  reporting::v1::GetClashesRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_country_code(options.country_code);
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  request.set_certain_only(options.certain);
  request.set_with_observers(options.observers);
  ASSIGN_OR_RETURN(const reporting::v1::GetClashesResponse response,
                   context.client.Call(&ReportingStub::GetClashes, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) { return ClashCsv(response.clashes(), revision); },
      [&](const ShortNames& names) {
        return ClashesText(response.clashes(), names, context.terminal.width);
      });
}

}  // namespace

void AddClashesCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ClashesOptions>();
  CLI::App* command = app.add_subcommand(
      "clashes", "Show the days on which a State is expected at two meetings");
  command->add_option("--round", options->round,
                      "Only meetings that this round tells of, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only clashes with a meeting of this mechanism");
  command->add_option("--country", options->country_code,
                      "Only clashes of this State, such as TUR");
  command->add_option("--from", options->from, "From this day, YYYY-MM-DD");
  command->add_option("--to", options->to, "Up to this day, YYYY-MM-DD");
  command->add_flag("--certain", options->certain,
                    "Only days that both meetings certainly cover");
  command->add_flag("--observers", options->observers,
                    "Expect observers and partners, too");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunClashes(*options, context);
    };
  });
}

}  // namespace compendium
