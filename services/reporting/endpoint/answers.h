// SPDX-License-Identifier: Apache-2.0
// Requests into queries and answers into responses; pure.
#pragma once

#include "absl/status/status.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// All take a request that has passed the field rules and fill the response from
// the snapshot; after an error the response is of no use.
absl::Status FillCoverage(const Snapshot& snapshot,
                          const v1::GetCoverageRequest& request,
                          v1::GetCoverageResponse& response);
absl::Status FillCalendar(const Snapshot& snapshot,
                          const v1::GetCalendarRequest& request,
                          v1::GetCalendarResponse& response);
absl::Status FillCompletion(const Snapshot& snapshot,
                            const v1::GetCompletionRequest& request,
                            v1::GetCompletionResponse& response);
absl::Status FillParticipation(const Snapshot& snapshot,
                               const v1::GetParticipationRequest& request,
                               v1::GetParticipationResponse& response);
absl::Status FillClashes(const Snapshot& snapshot,
                         const v1::GetClashesRequest& request,
                         v1::GetClashesResponse& response);
absl::Status FillProjects(const Snapshot& snapshot,
                          const v1::GetProjectsRequest& request,
                          v1::GetProjectsResponse& response);
absl::Status FillPublications(const Snapshot& snapshot,
                              const v1::GetPublicationsRequest& request,
                              v1::GetPublicationsResponse& response);

absl::Status FillFindings(const Snapshot& snapshot,
                          const v1::GetFindingsRequest& request,
                          v1::GetFindingsResponse& response);

absl::Status FillYearOnYear(const Snapshot& snapshot,
                            const v1::GetYearOnYearRequest& request,
                            v1::GetYearOnYearResponse& response);

}  // namespace compendium::reporting
