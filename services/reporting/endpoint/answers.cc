// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/answers.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/rpc/limits.h"
#include "services/reporting/endpoint/request_value.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/coverage_answer.h"

namespace compendium::reporting {
namespace {

static_assert(kAnswerBytesMax < kResponseBytesMax,
              "what is computed must be sendable");

}  // namespace

absl::Status FillCoverage(const Snapshot& snapshot,
                          const v1::GetCoverageRequest& request,
                          v1::GetCoverageResponse& response) {
  const std::string framework_id =
      request.framework().empty() ? "sdg" : request.framework();
  const Framework* framework = FindFramework(framework_id);
  if (framework == nullptr)
    return InvalidField("framework", absl::StrCat("got ", framework_id,
                                                  ", want a known framework"));
  ASSIGN_OR_RETURN(const auto round,
                   ParseOptional<RoundName>("round", request.round()));
  if (!round.has_value())
    return InvalidField("round", "got nothing, want rounds/{round}");
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));

  ASSIGN_OR_RETURN(
      *response.mutable_coverage(),
      AnswerCoverage(snapshot.projections.directory,
                     snapshot.projections.answers,
                     CoverageQuery{*round, *framework, mechanism}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillCalendar(const Snapshot& snapshot,
                          const v1::GetCalendarRequest& request,
                          v1::GetCalendarResponse& response) {
  CalendarQuery query;
  ASSIGN_OR_RETURN(query.round,
                   ParseOptional<RoundName>("round", request.round()));
  ASSIGN_OR_RETURN(query.mechanism, ParseOptional<MechanismName>(
                                        "mechanism", request.mechanism()));
  ASSIGN_OR_RETURN(const DayFilter days, ParseDays(request));
  query.from_day = days.from_day;
  query.to_day = days.to_day;

  ASSIGN_OR_RETURN(*response.mutable_calendar(),
                   AnswerCalendar(snapshot.projections.directory,
                                  snapshot.projections.calendar, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

}  // namespace compendium::reporting
