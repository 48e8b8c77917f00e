// SPDX-License-Identifier: Apache-2.0
#include "cli/command_projects.h"

#include <cstdint>
#include <memory>
#include <string>

#include "cli/as_of.h"
#include "cli/csv/listed_item_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/listed_item_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct ProjectsOptions {
  std::string round;
  std::string mechanism;
  std::string from;
  std::string to;
  int64_t min_revision = 0;
  std::string as_of;
  bool evidence = false;
  bool csv = false;
};

absl::StatusOr<ExitCode> RunProjects(const ProjectsOptions& options,
                                     const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetProjectsRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(const reporting::v1::GetProjectsResponse response,
                   context.client.Call(&ReportingStub::GetProjects, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << ProjectsCsv(response.projects(),
                               response.computed_at_revision());
  } else {
    context.out << ProjectsText(response.projects(),
                                ReadShortNames(context.client),
                                {.width = context.terminal.width,
                                 .evidence = options.evidence})
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
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
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  command->add_flag("--evidence", options->evidence,
                    "Quote the words behind each project");
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunProjects(*options, context);
    };
  });
}

}  // namespace compendium
