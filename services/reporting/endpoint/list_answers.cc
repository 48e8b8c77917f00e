// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/list_answers.h"

#include "lib/base/status_macros.h"
#include "services/reporting/endpoint/request_value.h"
#include "services/reporting/projection/clash_answer.h"
#include "services/reporting/projection/projects_answer.h"
#include "services/reporting/projection/publications_answer.h"

namespace compendium::reporting {
namespace {

// The fields round and mechanism of a request.
template <class Request>
absl::StatusOr<Selection> ParseSelection(const Request& request) {
  Selection selection;
  ASSIGN_OR_RETURN(selection.round,
                   ParseOptional<RoundName>("round", request.round()));
  ASSIGN_OR_RETURN(selection.mechanism, ParseOptional<MechanismName>(
                                            "mechanism", request.mechanism()));
  return selection;
}

}  // namespace

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

}  // namespace compendium::reporting
