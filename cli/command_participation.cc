// SPDX-License-Identifier: Apache-2.0
#include "cli/command_participation.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "cli/report_options.h"
#include "cli/text/participation_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/participation_csv.h"
#include "lib/words/enum_word.h"

namespace compendium {
namespace {

using registry::v1::ParticipantRole;

struct ParticipationOptions : ReportOptions {
  std::string state;
  std::string role;
};

// The role that one of the words of --role names; UNSPECIFIED for no word.
ParticipantRole RoleOf(const std::string& word) {
  for (const ParticipantRole role : {registry::v1::PARTICIPANT_ROLE_MEMBER,
                                     registry::v1::PARTICIPANT_ROLE_OBSERVER,
                                     registry::v1::PARTICIPANT_ROLE_PARTNER})
    if (EnumWord(role) == word) return role;
  return registry::v1::PARTICIPANT_ROLE_UNSPECIFIED;
}

absl::StatusOr<ExitCode> RunParticipation(const ParticipationOptions& options,
                                          const CommandContext& context) {
  reporting::v1::GetParticipationRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_country_code(absl::AsciiStrToUpper(options.state));
  request.set_role(RoleOf(options.role));
  ASSIGN_OR_RETURN(
      const reporting::v1::GetParticipationResponse response,
      context.client.Call(&ReportingStub::GetParticipation, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return ParticipationCsv(response.participation(), revision);
      },
      [&](const ShortNames& names) {
        return ParticipationText(response.participation(), names,
                                 context.terminal.width);
      });
}

}  // namespace

void AddParticipationCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ParticipationOptions>();
  CLI::App* command = app.add_subcommand(
      "participation", "Show who takes part in which mechanism");
  command->add_option("--round", options->round,
                      "Only what this round lists, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only what this mechanism lists");
  command->add_option("--state", options->state,
                      "Only this State or territory, such as KEN");
  command
      ->add_option("--role", options->role,
                   "Only this capacity: member, observer or partner")
      ->check(CLI::IsMember({"member", "observer", "partner"}));
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunParticipation(*options, context);
    };
  });
}

}  // namespace compendium
