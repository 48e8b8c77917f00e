// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "compendium/reporting/v1/report.pb.h"
#include "services/reporting/archive/made_report.h"

namespace compendium::reporting {

// Makes reports. Any thread; a call may take seconds.
class ReportMaker {
 public:
  virtual ~ReportMaker() = default;

  // The rule set by which it makes reports.
  virtual std::string rule_set() const = 0;

  // The last revision that was committed up to that time, which has passed; 0
  // when there was none. UNAVAILABLE when that cannot be known by the deadline.
  virtual absl::StatusOr<int64_t> RevisionAt(absl::Time time,
                                             absl::Time deadline) = 0;

  // Makes the report in these formats: always the same bytes. INVALID_ARGUMENT
  // when kind, parameters and formats do not go together, NOT_FOUND when the
  // registry has no such record at that revision, FAILED_PRECONDITION when the
  // rule set is not that of this release, UNAVAILABLE as above.
  virtual absl::StatusOr<MadeReport> Make(
      const v1::ReportSpec& spec, absl::Span<const v1::ReportFormat> formats,
      absl::Time deadline) = 0;
};

}  // namespace compendium::reporting
