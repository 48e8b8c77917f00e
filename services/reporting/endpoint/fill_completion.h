// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "absl/status/status.h"
#include "compendium/reporting/v1/reporting_service.pb.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// Takes a request that has passed the field rules and fills the response from
// the snapshot; after an error the response is of no use.
absl::Status FillCompletion(const Snapshot& snapshot,
                            const v1::GetCompletionRequest& request,
                            v1::GetCompletionResponse& response);

}  // namespace compendium::reporting
