// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>

#include "cli/report/report_words.h"

namespace compendium {

// Adds --round, --mechanism, --framework, --country, --from and --to.
inline void AddReportParameters(CLI::App& command,
                                ReportParameterOptions& options) {
  command.add_option("--round", options.round, "Round, such as 2016");
  command.add_option("--mechanism", options.mechanism,
                     "Mechanism, such as bali-process");
  command.add_option("--framework", options.framework,
                     "Framework of coverage: sdg (default), iom-core, gcm");
  command.add_option("--country", options.country,
                     "State or territory, ISO 3166-1 alpha-3");
  command.add_option("--from", options.from, "First day, YYYY-MM-DD");
  command.add_option("--to", options.to, "Last day, YYYY-MM-DD");
}

}  // namespace compendium
