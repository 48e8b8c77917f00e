// SPDX-License-Identifier: Apache-2.0
#include "cli/report_options.h"

#include "cli/exit_code.h"

namespace compendium {

void AddReportOptions(CLI::App& command, ReportOptions& options) {
  command.add_option("--min-revision", options.min_revision,
                     "Wait until this revision is counted");
  command.add_option("--as-of", options.as_of, kAsOfHelp);
  command.add_flag("--csv", options.csv,
                   "Print a table for spreadsheets (RFC 4180)");
}

absl::Status CheckOneForm(bool json, bool csv) {
  if (!json || !csv) return absl::OkStatus();
  return BadUsage(absl::InvalidArgumentError(
      "--json and --csv: got both, want one of them"));
}

}  // namespace compendium
