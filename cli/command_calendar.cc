// SPDX-License-Identifier: Apache-2.0
#include "cli/command_calendar.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/as_of.h"
#include "cli/csv/calendar_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/calendar_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct CalendarOptions {
  std::string round;
  std::string mechanism;
  std::string from;
  std::string to;
  int64_t min_revision = 0;
  std::string as_of;
  bool csv = false;
};

absl::StatusOr<ExitCode> RunCalendar(const CalendarOptions& options,
                                     const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetCalendarRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(const reporting::v1::GetCalendarResponse response,
                   context.client.Call(&ReportingStub::GetCalendar, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << CalendarCsv(response.calendar(),
                               response.computed_at_revision());
  } else {
    context.out << CalendarText(response.calendar(),
                                ReadShortNames(context.client),
                                context.terminal.width)
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
}

}  // namespace

void AddCalendarCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<CalendarOptions>();
  CLI::App* command =
      app.add_subcommand("calendar", "Show the meetings, each event once");
  command->add_option("--round", options->round,
                      "Only what this round tells of, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only what this mechanism tells of");
  command->add_option("--from", options->from, "From this day, YYYY-MM-DD");
  command->add_option("--to", options->to, "Up to this day, YYYY-MM-DD");
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunCalendar(*options, context);
    };
  });
}

}  // namespace compendium
