// SPDX-License-Identifier: Apache-2.0
#include "cli/command_findings.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/curate/step_words.h"
#include "cli/list_pages.h"
#include "cli/registry_reads.h"
#include "cli/report_options.h"
#include "cli/text/finding_text.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/json/json_output.h"
#include "lib/report/csv/finding_csv.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct FindingsOptions : ReportOptions {
  std::string name;
  std::string check;
  std::string severity;
  bool all = false;
  bool decided = false;
};

// Puts the round, and the mechanism if there is one, of the record that the
// options name into them.
absl::Status ReadName(FindingsOptions& options) {
  if (options.name.empty() == options.round.empty())
    return BadUsage(absl::InvalidArgumentError(absl::StrCat(
        "NAME and --round: got ", options.name.empty() ? "neither" : "both",
        ", want one of them")));
  if (options.name.empty()) return absl::OkStatus();
  const auto name = ResourceName::Parse(FullQuestionnaireName(options.name));
  if (!name.ok()) return BadUsage(name.status());
  if (const RoundName* round = name->round()) {
    options.round = round->ToString();
    return absl::OkStatus();
  }
  const QuestionnaireName* questionnaire = name->questionnaire();
  if (questionnaire == nullptr || !options.mechanism.empty())
    return BadUsage(absl::InvalidArgumentError(
        absl::StrCat("NAME: got ", options.name,
                     ", want a round, or a questionnaire and no --mechanism")));
  options.round = questionnaire->round().ToString();
  options.mechanism = questionnaire->mechanism().ToString();
  return absl::OkStatus();
}

// The severity in a word; a wrong command line for another.
absl::StatusOr<v1::FindingSeverity> SeverityOf(const std::string& word) {
  for (const auto severity :
       {v1::FINDING_SEVERITY_UNSPECIFIED, v1::FINDING_SEVERITY_NOTE,
        v1::FINDING_SEVERITY_WARNING, v1::FINDING_SEVERITY_ERROR})
    if (word == EnumWord(severity)) return severity;
  return BadUsage(absl::InvalidArgumentError(
      absl::StrCat("--severity: got ", word, ", want note, warning or error")));
}

absl::StatusOr<ExitCode> RunFindings(FindingsOptions options,
                                     const CommandContext& context) {
  RETURN_IF_ERROR(ReadName(options));
  reporting::v1::GetFindingsRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_check(options.check);
  ASSIGN_OR_RETURN(const v1::FindingSeverity severity_min,
                   SeverityOf(options.severity));
  request.set_severity_min(severity_min);
  if (options.decided) {
    request.set_state(reporting::v1::FINDING_STATE_DECIDED);
  } else if (!options.all) {
    request.set_state(reporting::v1::FINDING_STATE_OPEN);
  }
  ASSIGN_OR_RETURN(const reporting::v1::GetFindingsResponse response,
                   context.client.Call(&ReportingStub::GetFindings, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return FindingsCsv(response.findings(), revision);
      },
      [&](const ShortNames& names) {
        return FindingsText(response.findings().findings(), names,
                            context.terminal.width);
      });
}

struct SuggestionsOptions {
  std::string name;
  std::string round;
  bool all = false;
  int64_t revision = 0;
};

// The record that the options name, one way or the other.
absl::StatusOr<std::string> ParentOf(const SuggestionsOptions& options) {
  if (options.name.empty() == options.round.empty())
    return BadUsage(absl::InvalidArgumentError(absl::StrCat(
        "NAME and --round: got ", options.name.empty() ? "neither" : "both",
        ", want one of them")));
  const std::string name = options.name.empty()
                               ? FullRoundName(options.round)
                               : FullQuestionnaireName(options.name);
  if (const auto parsed = ResourceName::Parse(name); !parsed.ok())
    return BadUsage(parsed.status());
  return name;
}

absl::StatusOr<ExitCode> RunSuggestions(const SuggestionsOptions& options,
                                        const CommandContext& context) {
  v1::ListSuggestionsRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), ParentOf(options));
  request.set_show_decided(options.all);
  request.set_read_revision(options.revision);
  ASSIGN_OR_RETURN(
      const auto response,
      ListPages(context.client, &RegistryStub::ListSuggestions, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  context.out << SuggestionsText(response.suggestions(),
                                 ReadShortNames(context.client),
                                 context.terminal.width);
  return ExitCode::kOk;
}

}  // namespace

void AddFindingsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<FindingsOptions>();
  CLI::App* command =
      app.add_subcommand("findings", "Show what is doubtful in records");
  command->add_option("NAME", options->name,
                      "Questionnaire, such as midsa/2016, or round");
  command->add_option("--round", options->round,
                      "All of this round, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only what is about this mechanism");
  command->add_option("--check", options->check,
                      "Only what this check found, such as stated-count");
  command->add_option("--severity", options->severity,
                      "Only what matters as much: note, warning or error");
  command->add_flag("--all", options->all, "Those that are decided too");
  command->add_flag("--decided", options->decided,
                    "Only those that are decided");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunFindings(*options, context);
    };
  });
}

void AddSuggestionsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<SuggestionsOptions>();
  CLI::App* command = app.add_subcommand(
      "suggestions", "Show goals that texts point to without naming them");
  command->add_option("NAME", options->name,
                      "Questionnaire, such as midsa/2016, or round");
  command->add_option("--round", options->round,
                      "All of this round, such as 2016");
  command->add_flag("--all", options->all, "Those that are decided too");
  command->add_option("--revision", options->revision,
                      "As of this revision; 0: now");
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunSuggestions(*options, context);
    };
  });
}

}  // namespace compendium
