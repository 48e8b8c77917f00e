// SPDX-License-Identifier: Apache-2.0
// What must hold for one record, and the error when it does not. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/record.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// Whether the latest version of `precondition.name`, `head`, fulfils it; kinds
// that look at one record only. The reasons are RECORD_EXISTS,
// RECORD_NOT_FOUND, RECORD_DELETED, RECORD_NOT_DELETED and ETAG_MISMATCH.
absl::Status CheckRecord(const Precondition& precondition,
                         const std::optional<RecordHead>& head);

// FAILED_PRECONDITION with reason HAS_CHILDREN: `child` is still live.
absl::Status HasChildrenError(const Precondition& precondition,
                              absl::string_view child);

// INVALID_ARGUMENT with reason REQUEST_ID_REUSED.
absl::Status RequestIdReusedError(absl::string_view request_id,
                                  int64_t revision);

// What a mutation of this kind presumes of the record: a creation a name that
// was never used, an update or deletion a live record, and so on.
Precondition PresumedBy(ChangeKind kind, absl::string_view name);

}  // namespace compendium::registry
