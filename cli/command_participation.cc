// SPDX-License-Identifier: Apache-2.0
#include "cli/command_participation.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "cli/as_of.h"
#include "cli/csv/participation_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/enum_word.h"
#include "cli/text/participation_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

using registry::v1::ParticipantRole;

struct ParticipationOptions {
  std::string round;
  std::string mechanism;
  std::string state;
  std::string role;
  int64_t min_revision = 0;
  std::string as_of;
  bool csv = false;
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
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetParticipationRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_country_code(absl::AsciiStrToUpper(options.state));
  request.set_role(RoleOf(options.role));
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(
      const reporting::v1::GetParticipationResponse response,
      context.client.Call(&ReportingStub::GetParticipation, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << ParticipationCsv(response.participation(),
                                    response.computed_at_revision());
  } else {
    context.out << ParticipationText(response.participation(),
                                     ReadShortNames(context.client),
                                     context.terminal.width)
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
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
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunParticipation(*options, context);
    };
  });
}

}  // namespace compendium
