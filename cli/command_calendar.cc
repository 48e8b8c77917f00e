// SPDX-License-Identifier: Apache-2.0
#include "cli/command_calendar.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/calendar_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/calendar_csv.h"

namespace compendium {
namespace {

struct CalendarOptions : ReportOptions {
  std::string from;
  std::string to;
};

absl::StatusOr<ExitCode> RunCalendar(const CalendarOptions& options,
                                     const CommandContext& context) {
  reporting::v1::GetCalendarRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  ASSIGN_OR_RETURN(const reporting::v1::GetCalendarResponse response,
                   context.client.Call(&ReportingStub::GetCalendar, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return CalendarCsv(response.calendar(), revision);
      },
      [&](const ShortNames& names) {
        return CalendarText(response.calendar(), names, context.terminal.width);
      });
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
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunCalendar(*options, context);
    };
  });
}

}  // namespace compendium
