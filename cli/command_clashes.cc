// SPDX-License-Identifier: Apache-2.0
#include "cli/command_clashes.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/as_of.h"
#include "cli/csv/clash_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/clash_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct ClashesOptions {
  std::string round;
  std::string mechanism;
  std::string country_code;
  std::string from;
  std::string to;
  int64_t min_revision = 0;
  std::string as_of;
  bool certain = false;
  bool observers = false;
  bool csv = false;
};

absl::StatusOr<ExitCode> RunClashes(const ClashesOptions& options,
                                    const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetClashesRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_country_code(options.country_code);
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  request.set_certain_only(options.certain);
  request.set_with_observers(options.observers);
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(const reporting::v1::GetClashesResponse response,
                   context.client.Call(&ReportingStub::GetClashes, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << ClashCsv(response.clashes(),
                            response.computed_at_revision());
  } else {
    context.out << ClashesText(response.clashes(),
                               ReadShortNames(context.client),
                               context.terminal.width)
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
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
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunClashes(*options, context);
    };
  });
}

}  // namespace compendium
