// SPDX-License-Identifier: Apache-2.0
// Reports, schedules and what became of them, as people read them. `width` is
// that of the terminal.
#pragma once

#include <google/protobuf/repeated_field.h>

#include <cstddef>
#include <string>
#include <vector>

#include "compendium/reporting/v1/archived_report.pb.h"
#include "compendium/reporting/v1/delivery.pb.h"
#include "compendium/reporting/v1/report_event.pb.h"
#include "compendium/reporting/v1/schedule.pb.h"
#include "compendium/reporting/v1/schedule_service.pb.h"

namespace compendium {

// All about one report.
std::string ReportText(const reporting::v1::Report& report, size_t width);

// A line for each report.
std::string ReportListText(const std::vector<reporting::v1::Report>& reports,
                           size_t width);

// What was found of a report's files.
std::string VerificationText(
    const reporting::v1::Report& report,
    const google::protobuf::RepeatedPtrField<reporting::v1::FileVerification>&
        files,
    size_t width);

// One event as one line.
std::string ReportEventLine(const reporting::v1::ReportEvent& event);

// All about one schedule.
std::string ScheduleText(const reporting::v1::Schedule& schedule, size_t width);

// A line for each schedule, and for each version of one.
std::string ScheduleListText(const google::protobuf::RepeatedPtrField<
                                 reporting::v1::Schedule>& schedules,
                             size_t width);
std::string ScheduleVersionsText(
    const google::protobuf::RepeatedPtrField<reporting::v1::Schedule>& versions,
    size_t width);

// A line for each of them.
std::string DueTimesText(
    const google::protobuf::RepeatedPtrField<reporting::v1::DueTime>& times,
    size_t width);
std::string RunsText(const std::vector<reporting::v1::ScheduleRun>& runs,
                     size_t width);
std::string DeliveriesText(
    const std::vector<reporting::v1::Delivery>& deliveries, size_t width);

}  // namespace compendium
