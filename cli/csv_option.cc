// SPDX-License-Identifier: Apache-2.0
#include "cli/csv_option.h"

#include "cli/exit_code.h"

namespace compendium {

void AddCsvOption(CLI::App& command, bool& csv) {
  command.add_flag("--csv", csv, "Print a table for spreadsheets (RFC 4180)");
}

absl::Status CheckOneForm(bool json, bool csv) {
  if (!json || !csv) return absl::OkStatus();
  return BadUsage(absl::InvalidArgumentError(
      "--json and --csv: got both, want one of them"));
}

}  // namespace compendium
