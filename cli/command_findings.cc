// SPDX-License-Identifier: Apache-2.0
#include "cli/command_findings.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "cli/curate/step_words.h"
#include "cli/list_pages.h"
#include "cli/registry_reads.h"
#include "cli/text/finding_text.h"
#include "lib/base/status_macros.h"
#include "lib/domain/resource_name.h"
#include "lib/json/json_output.h"

namespace compendium {
namespace v1 = registry::v1;
namespace {

struct FindingsOptions {
  std::string name;
  std::string round;
  bool all = false;
  int64_t revision = 0;
};

// The record that the options name, one way or the other.
absl::StatusOr<std::string> ParentOf(const FindingsOptions& options) {
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

template <class Request>
absl::StatusOr<Request> RequestOf(const FindingsOptions& options) {
  Request request;
  ASSIGN_OR_RETURN(const std::string parent, ParentOf(options));
  request.set_parent(parent);
  request.set_show_decided(options.all);
  request.set_read_revision(options.revision);
  return request;
}

absl::StatusOr<ExitCode> RunFindings(const FindingsOptions& options,
                                     const CommandContext& context) {
  ASSIGN_OR_RETURN(const auto request,
                   RequestOf<v1::ListFindingsRequest>(options));
  ASSIGN_OR_RETURN(
      const auto response,
      ListPages(context.client, &RegistryStub::ListFindings, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
    return ExitCode::kOk;
  }
  context.out << FindingsText(response.findings(),
                              ReadShortNames(context.client),
                              context.terminal.width);
  return ExitCode::kOk;
}

absl::StatusOr<ExitCode> RunSuggestions(const FindingsOptions& options,
                                        const CommandContext& context) {
  ASSIGN_OR_RETURN(const auto request,
                   RequestOf<v1::ListSuggestionsRequest>(options));
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

using Run = absl::StatusOr<ExitCode> (*)(const FindingsOptions&,
                                         const CommandContext&);

void Add(CLI::App& command, Run run, Command& chosen) {
  auto options = std::make_shared<FindingsOptions>();
  command.add_option("NAME", options->name,
                     "Questionnaire, such as midsa/2016, or round");
  command.add_option("--round", options->round,
                     "All of this round, such as 2016");
  command.add_flag("--all", options->all, "Those that are decided too");
  command.add_option("--revision", options->revision,
                     "As of this revision; 0: now");
  command.callback([options, run, &chosen] {
    chosen = [options, run](const CommandContext& context) {
      return run(*options, context);
    };
  });
}

}  // namespace

void AddFindingsCommand(CLI::App& app, Command& chosen) {
  Add(*app.add_subcommand("findings", "Show what is doubtful in records"),
      RunFindings, chosen);
}

void AddSuggestionsCommand(CLI::App& app, Command& chosen) {
  Add(*app.add_subcommand("suggestions",
                          "Show goals that texts point to without naming them"),
      RunSuggestions, chosen);
}

}  // namespace compendium
