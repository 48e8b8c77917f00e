// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "compendium/reporting/v1/report.pb.h"

namespace compendium::tests {

// A report of each kind of the sample round (data/round-2016.json), which is
// written to a registry in memory, followed by a worker's projections and asked
// for as of its last revision. Always the same.
std::vector<reporting::v1::ReportContent> SampleReports();

// "COVERAGE" for REPORT_KIND_COVERAGE.
std::string ShortKind(reporting::v1::ReportKind kind);

}  // namespace compendium::tests
