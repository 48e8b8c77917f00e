// SPDX-License-Identifier: Apache-2.0
#include "cli/application.h"

#include <string>

#include <CLI/CLI.hpp>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "cli/client.h"
#include "cli/command.h"
#include "cli/command_analyze.h"
#include "cli/command_calendar.h"
#include "cli/command_clashes.h"
#include "cli/command_completion.h"
#include "cli/command_coverage.h"
#include "cli/command_curate.h"
#include "cli/command_diff.h"
#include "cli/command_export.h"
#include "cli/command_facts.h"
#include "cli/command_findings.h"
#include "cli/command_gaps.h"
#include "cli/command_get.h"
#include "cli/command_history.h"
#include "cli/command_import.h"
#include "cli/command_list.h"
#include "cli/command_participation.h"
#include "cli/command_projects.h"
#include "cli/command_publications.h"
#include "cli/command_report.h"
#include "cli/command_schedule.h"
#include "cli/command_show.h"
#include "cli/command_status.h"
#include "cli/command_verify.h"
#include "cli/command_watch.h"
#include "cli/command_year_on_year.h"
#include "cli/error_output.h"
#include "cli/exit_code.h"

namespace compendium {
namespace {

struct GlobalOptions {
  std::string registry = "127.0.0.1:7601";
  std::string reporting = "127.0.0.1:7602";
  double timeout_seconds = 30;
  bool json = false;
};

void AddGlobalOptions(CLI::App& app, GlobalOptions& options) {
  app.add_option("--registry", options.registry, "Address of the registry")
      ->envname("COMPENDIUM_REGISTRY")
      ->capture_default_str();
  app.add_option("--reporting", options.reporting,
                 "Address of the reporting service")
      ->envname("COMPENDIUM_REPORTING")
      ->capture_default_str();
  app.add_option("--timeout", options.timeout_seconds,
                 "Seconds to wait for an answer")
      ->check(CLI::Range(0.001, 86400.0))
      ->capture_default_str();
  app.add_flag("--json", options.json, "Print one JSON document");
}

void AddCommands(CLI::App& app, Command& chosen) {
  AddImportCommand(app, chosen);
  AddGetCommand(app, chosen);
  AddListCommand(app, chosen);
  AddShowCommand(app, chosen);
  AddHistoryCommand(app, chosen);
  AddFactsCommand(app, chosen);
  AddExportCommand(app, chosen);
  AddWatchCommand(app, chosen);
  AddCoverageCommand(app, chosen);
  AddGapsCommand(app, chosen);
  AddCalendarCommand(app, chosen);
  AddCompletionCommand(app, chosen);
  AddParticipationCommand(app, chosen);
  AddClashesCommand(app, chosen);
  AddProjectsCommand(app, chosen);
  AddPublicationsCommand(app, chosen);
  AddReportCommand(app, chosen);
  AddScheduleCommand(app, chosen);
  AddFindingsCommand(app, chosen);
  AddYearOnYearCommand(app, chosen);
  AddDiffCommand(app, chosen);
  AddSuggestionsCommand(app, chosen);
  AddCurateCommand(app, chosen);
  AddAnalyzeCommand(app, chosen);
  AddVerifyCommand(app, chosen);
  AddStatusCommand(app, chosen);
}

int Run(const Command& command, const GlobalOptions& options,
        const ApplicationPorts& ports) {
  const Client client({.registry_address = options.registry,
                       .reporting_address = options.reporting,
                       .timeout = absl::Seconds(options.timeout_seconds)},
                      ports.clock);
  const absl::StatusOr<ExitCode> code = command({.client = client,
                                                 .clock = ports.clock,
                                                 .terminal = ports.terminal,
                                                 .json = options.json,
                                                 .out = ports.out,
                                                 .err = ports.err});
  if (!code.ok()) {
    // What came before the error stands before it.
    ports.out << std::flush;
    ports.err << ErrorText(code.status()) << std::flush;
    return static_cast<int>(ExitCodeOf(code.status()));
  }
  ports.out << std::flush;
  if (!ports.out.good()) {
    ports.err << "compendium: the output could not be written\n";
    return static_cast<int>(ExitCode::kNegative);
  }
  return static_cast<int>(*code);
}

}  // namespace

int RunApplication(int argc, const char* const* argv,
                   const ApplicationPorts& ports) {
  CLI::App app(
      "Questionnaires of inter-State consultation mechanisms on "
      "migration:\nwrite them to the registry, ask the registry and "
      "its reports.",
      "compendium");
  GlobalOptions options;
  Command chosen;
  AddGlobalOptions(app, options);
  app.fallthrough();  // global options may follow the subcommand
  app.require_subcommand(1);
  app.footer(kExitCodeHelp);
  AddCommands(app, chosen);
  // The library reports --help and wrong command lines by exceptions.
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, ports.out, ports.err) == 0
               ? static_cast<int>(ExitCode::kOk)
               : static_cast<int>(ExitCode::kUsage);
  }
  return Run(chosen, options, ports);
}

}  // namespace compendium
