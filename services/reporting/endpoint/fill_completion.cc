// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/endpoint/fill_completion.h"

#include "lib/base/status_macros.h"
#include "services/reporting/endpoint/request_value.h"
#include "services/reporting/projection/completion_answer.h"

namespace compendium::reporting {

absl::Status FillCompletion(const Snapshot& snapshot,
                            const v1::GetCompletionRequest& request,
                            v1::GetCompletionResponse& response) {
  ASSIGN_OR_RETURN(const auto round,
                   ParseOptional<RoundName>("round", request.round()));
  if (!round.has_value())
    return InvalidField("round", "got nothing, want rounds/{round}");
  ASSIGN_OR_RETURN(const auto mechanism, ParseOptional<MechanismName>(
                                             "mechanism", request.mechanism()));

  ASSIGN_OR_RETURN(*response.mutable_completion(),
                   AnswerCompletion(snapshot.projections.directory,
                                    snapshot.projections.answers,
                                    {.round = *round, .mechanism = mechanism}));
  response.set_computed_at_revision(snapshot.revision);
  return absl::OkStatus();
}

}  // namespace compendium::reporting
