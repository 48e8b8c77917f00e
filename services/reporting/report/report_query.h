// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report.pb.h"
#include "lib/domain/country.h"
#include "lib/domain/framework.h"
#include "services/reporting/projection/day_filter.h"
#include "services/reporting/projection/selection.h"

namespace compendium::reporting {

// What a report is narrowed to, as values.
struct ReportQuery {
  Selection selection;
  const Framework& framework;  // sdg where none is named
  std::optional<CountryCode> country;
  DayFilter days;
};

// Reads the parameters of a report of `kind`. INVALID_ARGUMENT that names each
// wrong field, from `kind` and `parameters` on: a kind that is none, what the
// kind needs and did not get, what it does not take and got, what is no such
// name, code or day, and days in the wrong order.
absl::StatusOr<ReportQuery> ParseReportParameters(
    v1::ReportKind kind, const v1::ReportParameters& parameters);

// Whether a report can be made of the spec by this release: its parameters are
// as above, its revision is 1 or more and its rule set is kRuleSet. Whether
// round, mechanism and revision exist is not asked. INVALID_ARGUMENT that
// names the fields.
absl::Status CheckReportSpec(const v1::ReportSpec& spec);

}  // namespace compendium::reporting
