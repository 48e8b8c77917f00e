// SPDX-License-Identifier: Apache-2.0
#include "cli/command_projects.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/report_options.h"
#include "cli/text/listed_item_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/listed_item_csv.h"

namespace compendium {
namespace {

struct ProjectsOptions : ReportOptions {
  std::string from;
  std::string to;
  bool evidence = false;
};

absl::StatusOr<ExitCode> RunProjects(const ProjectsOptions& options,
                                     const CommandContext& context) {
  reporting::v1::GetProjectsRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  ASSIGN_OR_RETURN(const reporting::v1::GetProjectsResponse response,
                   context.client.Call(&ReportingStub::GetProjects, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return ProjectsCsv(response.projects(), revision);
      },
      [&](const ShortNames& names) {
        return ProjectsText(
            response.projects(), names,
            {.width = context.terminal.width, .evidence = options.evidence});
      });
}

}  // namespace

void AddProjectsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ProjectsOptions>();
  CLI::App* command = app.add_subcommand(
      "projects", "Show the projects that questionnaires name");
  command->add_option("--round", options->round,
                      "Only what this round names, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only what this mechanism names");
  command->add_option("--from", options->from,
                      "Only what may run on this day or later, YYYY-MM-DD");
  command->add_option("--to", options->to,
                      "Only what may run on this day or earlier, YYYY-MM-DD");
  command->add_flag("--evidence", options->evidence,
                    "Quote the words behind each project");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunProjects(*options, context);
    };
  });
}

}  // namespace compendium
