// SPDX-License-Identifier: Apache-2.0
#include "cli/command_publications.h"

#include <cstdint>
#include <memory>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "cli/report_options.h"
#include "cli/text/listed_item_text.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/listed_item_csv.h"

namespace compendium {
namespace {

struct PublicationsOptions : ReportOptions {
  std::string status;
  std::string from;
  std::string to;
  bool evidence = false;
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
  reporting::v1::GetPublicationsRequest request;
  RETURN_IF_ERROR(SetReportOptions(options, context, request));
  request.set_status(StatusOf(options.status));
  request.set_from_day(options.from);
  request.set_to_day(options.to);
  ASSIGN_OR_RETURN(
      const reporting::v1::GetPublicationsResponse response,
      context.client.Call(&ReportingStub::GetPublications, request));
  return PrintReport(
      response, options.csv, context,
      [&](int64_t revision) {
        return PublicationsCsv(response.publications(), revision);
      },
      [&](const ShortNames& names) {
        return PublicationsText(
            response.publications(), names,
            {.width = context.terminal.width, .evidence = options.evidence});
      });
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
  command->add_flag("--evidence", options->evidence,
                    "Quote the words behind each publication");
  AddReportOptions(*command, *options);
  command->callback([options, &chosen] {
    chosen = [options](const CommandContext& context) {
      return RunPublications(*options, context);
    };
  });
}

}  // namespace compendium
