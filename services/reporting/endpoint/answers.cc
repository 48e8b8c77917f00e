// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/answers.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "lib/rpc/limits.h"
#include "services/reporting/limits.h"
#include "services/reporting/projection/calendar_answer.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/completion_answer.h"
#include "services/reporting/projection/coverage_answer.h"
#include "services/reporting/projection/findings_answer.h"
#include "services/reporting/projection/participation_answer.h"
#include "services/reporting/projection/projects_answer.h"
#include "services/reporting/projection/publications_answer.h"
#include "services/reporting/projection/request_value.h"
#include "services/reporting/projection/year_on_year_answer.h"

namespace compendium::reporting {
namespace {

static_assert(kAnswerBytesMax < kResponseBytesMax,
              "what is computed must be sendable");

constexpr char kRoundName[] = "rounds/{round}";

}  // namespace

absl::Status FillCoverage(const Snapshot& snapshot,
                          const v1::GetCoverageRequest& request,
                          v1::GetCoverageResponse& response) {
  ASSIGN_OR_RETURN(const Framework* framework,
                   ParseFramework(request.framework()));
  ASSIGN_OR_RETURN(const auto round, ParseRequired<RoundName>(
                                         "round", request.round(), kRoundName));
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(*response.mutable_coverage(),
                   AnswerCoverage(state.directory, state.answers,
                                  CoverageQuery{round, *framework, mechanism}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillCalendar(const Snapshot& snapshot,
                          const v1::GetCalendarRequest& request,
                          v1::GetCalendarResponse& response) {
  CalendarQuery query;
  ASSIGN_OR_RETURN(query.selection, ParseSelection(request));
  ASSIGN_OR_RETURN(query.days, ParseDays(request));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(*response.mutable_calendar(),
                   AnswerCalendar(state.directory, state.calendar, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillCompletion(const Snapshot& snapshot,
                            const v1::GetCompletionRequest& request,
                            v1::GetCompletionResponse& response) {
  ASSIGN_OR_RETURN(const auto round, ParseRequired<RoundName>(
                                         "round", request.round(), kRoundName));
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(*response.mutable_completion(),
                   AnswerCompletion(state.directory, state.answers,
                                    {.round = round, .mechanism = mechanism}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillParticipation(const Snapshot& snapshot,
                               const v1::GetParticipationRequest& request,
                               v1::GetParticipationResponse& response) {
  ParticipationQuery query{.role = request.role()};
  ASSIGN_OR_RETURN(query.selection, ParseSelection(request));
  ASSIGN_OR_RETURN(query.country, ParseOptional<CountryCode>(
                                      "country_code", request.country_code()));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(
      *response.mutable_participation(),
      AnswerParticipation(state.directory, state.participation, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillClashes(const Snapshot& snapshot,
                         const v1::GetClashesRequest& request,
                         v1::GetClashesResponse& response) {
  ClashQuery query{.certain_only = request.certain_only(),
                   .with_observers = request.with_observers()};
  ASSIGN_OR_RETURN(query.selection, ParseSelection(request));
  ASSIGN_OR_RETURN(query.country, ParseOptional<CountryCode>(
                                      "country_code", request.country_code()));
  ASSIGN_OR_RETURN(query.days, ParseDays(request));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(*response.mutable_clashes(),
                   AnswerClashes(state.directory, state.calendar,
                                 state.participation, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillProjects(const Snapshot& snapshot,
                          const v1::GetProjectsRequest& request,
                          v1::GetProjectsResponse& response) {
  ProjectsQuery query;
  ASSIGN_OR_RETURN(query.selection, ParseSelection(request));
  ASSIGN_OR_RETURN(query.days, ParseDays(request));

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(*response.mutable_projects(),
                   AnswerProjects(state.directory, state.projects, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillPublications(const Snapshot& snapshot,
                              const v1::GetPublicationsRequest& request,
                              v1::GetPublicationsResponse& response) {
  PublicationsQuery query;
  ASSIGN_OR_RETURN(query.selection, ParseSelection(request));
  ASSIGN_OR_RETURN(query.days, ParseDays(request));
  if (request.status() != registry::v1::PUBLICATION_STATUS_UNSPECIFIED)
    query.status = request.status();

  const Projections& state = snapshot.projections;
  ASSIGN_OR_RETURN(
      *response.mutable_publications(),
      AnswerPublications(state.directory, state.publications, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillFindings(const Snapshot& snapshot,
                          const v1::GetFindingsRequest& request,
                          v1::GetFindingsResponse& response) {
  ASSIGN_OR_RETURN(const auto round, ParseRequired<RoundName>(
                                         "round", request.round(), kRoundName));
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));

  ASSIGN_OR_RETURN(*response.mutable_findings(),
                   AnswerFindings(snapshot.projections,
                                  {.round = round,
                                   .mechanism = mechanism,
                                   .check = request.check(),
                                   .severity_min = request.severity_min(),
                                   .state = request.state()}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

absl::Status FillYearOnYear(const Snapshot& snapshot,
                            const v1::GetYearOnYearRequest& request,
                            v1::GetYearOnYearResponse& response) {
  ASSIGN_OR_RETURN(const auto round, ParseRequired<RoundName>(
                                         "round", request.round(), kRoundName));
  ASSIGN_OR_RETURN(
      const auto base_round,
      ParseOptional<RoundName>("base_round", request.base_round()));
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));
  ASSIGN_OR_RETURN(const Framework* framework,
                   ParseFramework(request.framework()));

  ASSIGN_OR_RETURN(
      *response.mutable_year_on_year(),
      AnswerYearOnYear(snapshot.projections, {.round = round,
                                              .framework = *framework,
                                              .base_round = base_round,
                                              .mechanism = mechanism}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

}  // namespace compendium::reporting
