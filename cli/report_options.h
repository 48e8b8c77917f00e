// SPDX-License-Identifier: Apache-2.0
// What all commands that ask the reporting service have in common.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "cli/as_of.h"
#include "cli/command.h"
#include "cli/registry_reads.h"
#include "lib/base/status_macros.h"
#include "lib/json/json_output.h"

namespace compendium {

// Their options. Each command adds --round and --mechanism itself, because they
// mean something else to each.
struct ReportOptions {
  std::string round;
  std::string mechanism;
  int64_t min_revision = 0;
  std::string as_of;
  bool csv = false;
};

// Adds --min-revision, --as-of and --csv.
void AddReportOptions(CLI::App& command, ReportOptions& options);

// INVALID_ARGUMENT, marked BadUsage, when both forms are asked for.
absl::Status CheckOneForm(bool json, bool csv);

// Puts the options into the request. A wrong command line is marked BadUsage.
template <class Request>
absl::Status SetReportOptions(const ReportOptions& options,
                              const CommandContext& context, Request& request) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  request.set_round(FullRoundName(options.round));
  request.set_mechanism(FullMechanismName(options.mechanism));
  request.set_min_revision(options.min_revision);
  return SetAsOf(options.as_of, request);
}

// Prints the response in the form that is asked for: as JSON, as csv(revision)
// or as text(short names) with the revision below.
template <class Response, class Csv, class Text>
absl::StatusOr<ExitCode> PrintReport(const Response& response, bool as_csv,
                                     const CommandContext& context, Csv csv,
                                     Text text) {
  const int64_t revision = response.computed_at_revision();
  if (context.json) {
    RETURN_IF_ERROR(PrintJson(response, context.out));
  } else if (as_csv) {
    context.out << csv(revision);
  } else {
    context.out << text(ReadShortNames(context.client))
                << "Computed at revision " << revision << ".\n";
  }
  return ExitCode::kOk;
}

}  // namespace compendium
