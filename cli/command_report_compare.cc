// SPDX-License-Identifier: Apache-2.0
#include "cli/command_report_compare.h"

#include <memory>
#include <string>

#include "cli/registry_reads.h"
#include "cli/report/comparison_text.h"
#include "cli/report/report_words.h"
#include "cli/report_options.h"
#include "cli/subcommand.h"
#include "lib/base/status_macros.h"
#include "lib/report/csv/diff_csv.h"

namespace compendium {
namespace {

namespace v1 = reporting::v1;

struct CompareOptions {
  std::string old_report;
  std::string new_report;
  bool csv = false;
};

absl::StatusOr<ExitCode> RunCompare(const CompareOptions& options,
                                    const CommandContext& context) {
  RETURN_IF_ERROR(CheckOneForm(context.json, options.csv));
  v1::CompareReportsRequest request;
  request.set_old_report(FullReportName(options.old_report));
  request.set_new_report(FullReportName(options.new_report));
  ASSIGN_OR_RETURN(const v1::CompareReportsResponse response,
                   context.client.Call(&ReportStub::CompareReports, request));
  if (options.csv) {
    context.out << DiffCsv(response.comparison().diff());
    return ExitCode::kOk;
  }
  return PrintResponse(response, context, [&](size_t width) {
    return ComparisonText(response.comparison(), ReadShortNames(context.client),
                          width);
  });
}

}  // namespace

void AddReportCompareCommand(CLI::App& report, Command& chosen) {
  const auto options = std::make_shared<CompareOptions>();
  CLI::App& compare = AddSubcommand(
      report, "compare",
      "Show how two reports differ: what, on which words, by whom and why",
      options, &RunCompare, chosen);
  compare
      .add_option("OLD", options->old_report,
                  "The report before, as `report list` prints it")
      ->required();
  compare
      .add_option("NEW", options->new_report,
                  "The report after, of the same kind and parameters")
      ->required();
  compare.add_flag("--csv", options->csv,
                   "Print a table for spreadsheets (RFC 4180)");
}

}  // namespace compendium
