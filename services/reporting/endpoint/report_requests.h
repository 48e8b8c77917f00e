// SPDX-License-Identifier: Apache-2.0
// What requests about reports and schedules may ask for, beyond what their
// protos say.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "compendium/reporting/v1/report_service.pb.h"
#include "compendium/reporting/v1/schedule_service.pb.h"

namespace compendium::reporting {

// The formats of a request that has passed the field rules, once its kind,
// parameters and formats go together; INVALID_ARGUMENT with every problem,
// else.
absl::StatusOr<std::vector<v1::ReportFormat>> CheckReportRequest(
    const v1::CreateReportRequest& request);

// Whether a schedule can be kept: its expression, its time zone, what it
// reports, and its targets. INVALID_ARGUMENT with every problem; paths begin
// with `schedule`.
absl::Status CheckSchedule(const v1::Schedule& schedule);

}  // namespace compendium::reporting
