// SPDX-License-Identifier: Apache-2.0
// Requests into queries and answers into responses; pure.
#pragma once

#include "absl/status/status.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// Both take a request that has passed the field rules and fill the response
// from the snapshot; after an error the response is of no use.
absl::Status FillCoverage(const Snapshot& snapshot,
                          const v1::GetCoverageRequest& request,
                          v1::GetCoverageResponse& response);
absl::Status FillCalendar(const Snapshot& snapshot,
                          const v1::GetCalendarRequest& request,
                          v1::GetCalendarResponse& response);

}  // namespace compendium::reporting
