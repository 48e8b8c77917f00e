// SPDX-License-Identifier: Apache-2.0
// What goes wrong while the registry's history is read once more.
#pragma once

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "lib/request/error_details.h"
#include "services/reporting/projection/try_later.h"

namespace compendium::reporting {

// FAILED_PRECONDITION: the registry has another history than was followed.
inline absl::Status HistoryDiffersError(int64_t revision) {
  return ErrorWithReason(
      absl::StatusCode::kFailedPrecondition, "HISTORY_DIFFERS",
      absl::StrCat("the registry has another history at revision ", revision,
                   " than the one that was followed"));
}

// What a failure of the source means to the caller.
inline absl::Status SourceError(const absl::Status& status) {
  if (absl::IsCancelled(status)) return StoppingError();
  if (absl::IsUnavailable(status) || absl::IsDeadlineExceeded(status))
    return TryLater("REGISTRY_UNREACHABLE",
                    absl::StrCat("the registry's history cannot be read: ",
                                 status.message()));
  return status;
}

}  // namespace compendium::reporting
