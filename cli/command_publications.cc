// SPDX-License-Identifier: Apache-2.0
#include "cli/command_publications.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "cli/as_of.h"
#include "cli/csv/listed_item_csv.h"
#include "cli/csv_option.h"
#include "cli/json_output.h"
#include "cli/registry_reads.h"
#include "cli/text/listed_item_text.h"
#include "lib/base/status_macros.h"

namespace compendium {
namespace {

struct PublicationsOptions {
  std::string round;
  std::string mechanism;
  std::string status;
  std::string from;
  std::string to;
  int64_t min_revision = 0;
  std::string as_of;
  bool evidence = false;
  bool csv = false;
};

// "in-preparation" is PUBLICATION_STATUS_IN_PREPARATION; nothing is
// UNSPECIFIED.
registry::v1::PublicationStatus StatusOf(const std::string& word) {
  auto status = registry::v1::PUBLICATION_STATUS_UNSPECIFIED;
  if (word.empty()) return status;
  const bool known = registry::v1::PublicationStatus_Parse(
      absl::StrCat(
          "PUBLICATION_STATUS_",
          absl::AsciiStrToUpper(absl::StrReplaceAll(word, {{"-", "_"}}))),
      &status);
  CHECK(known);  // the option takes no other words
  return status;
}

absl::StatusOr<ExitCode> RunPublications(const PublicationsOptions& options,
                                         const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  reporting::v1::GetPublicationsRequest request;
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_status(StatusOf(options.status));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  request.set_min_revision(options.min_revision);
  RETURN_IF_ERROR(SetAsOf(options.as_of, request));
  ASSIGN_OR_RETURN(
      const reporting::v1::GetPublicationsResponse response,
      context.client.Call(&ReportingStub::GetPublications, request));
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (options.csv) {
    context.out << PublicationsCsv(response.publications(),
                                   response.computed_at_revision());
  } else {
    context.out << PublicationsText(response.publications(),
                                    ReadShortNames(context.client),
                                    {.width = context.terminal.width,
                                     .evidence = options.evidence})
                << "Computed at revision " << response.computed_at_revision()
                << ".\n";
  }
  return ExitCode::kOk;
}

}  // namespace

void AddPublicationsCommand(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<PublicationsOptions>();
  CLI::App* command = app.add_subcommand(
      "publications", "Show the publications that questionnaires name");
  command->add_option("--round", options->round,
                      "Only what this round names, such as 2016");
  command->add_option("--mechanism", options->mechanism,
                      "Only what this mechanism names");
  command->add_option("--status", options->status, "Only what is this far")
      ->check(CLI::IsMember(
          {"published", "forthcoming", "draft", "in-preparation"}));
  command->add_option("--from", options->from,
                      "Only what may come out on this day or later, "
                      "YYYY-MM-DD");
  command->add_option("--to", options->to,
                      "Only what may come out on this day or earlier, "
                      "YYYY-MM-DD");
  command->add_option("--min-revision", options->min_revision,
                      "Wait until this revision is counted");
  command->add_option("--as-of", options->as_of, kAsOfHelp);
  command->add_flag("--evidence", options->evidence,
                    "Quote the words behind each publication");
  AddCsvOption(*command, options->csv);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunPublications(*options, context);
    };
  });
}

}  // namespace compendium
