// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/fill_participation.h"

#include "lib/base/status_macros.h"
#include "services/reporting/endpoint/request_value.h"
#include "services/reporting/projection/participation_answer.h"

namespace compendium::reporting {

absl::Status FillParticipation(const Snapshot& snapshot,
                               const v1::GetParticipationRequest& request,
                               v1::GetParticipationResponse& response) {
  ParticipationQuery query;
  ASSIGN_OR_RETURN(query.round,
                   ParseOptional<RoundName>("round", request.round()));
  ASSIGN_OR_RETURN(query.mechanism, ParseOptional<MechanismName>(
                                        "mechanism", request.mechanism()));
  ASSIGN_OR_RETURN(query.country, ParseOptional<CountryCode>(
                                      "country_code", request.country_code()));
  query.role = request.role();

  ASSIGN_OR_RETURN(
      *response.mutable_participation(),
      AnswerParticipation(snapshot.projections.directory,
                          snapshot.projections.participation, query));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

}  // namespace compendium::reporting
