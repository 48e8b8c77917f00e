// SPDX-License-Identifier: Apache-2.0
#include "cli/log_verifier.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/log_entry.h"

namespace compendium {

LogVerifier::LogVerifier() : hash_(registry::FirstPreviousHash()) {}

absl::Status LogVerifier::Add(const registry::v1::LogEntry& entry) {
  const int64_t next = revision_ + 1;
  if (entry.revision() != next)
    return absl::DataLossError(
        absl::StrCat("got revision ", entry.revision(), ", want ", next));
  ASSIGN_OR_RETURN(registry::LogEntry decoded,
                   registry::DecodeLogPayload(entry.payload()));
  decoded.hash = entry.hash();
  RETURN_IF_ERROR(registry::CheckLink(decoded, next, hash_));
  const std::vector<std::string> values(entry.record_values().begin(),
                                        entry.record_values().end());
  RETURN_IF_ERROR(registry::CheckValues(decoded, values));
  revision_ = next;
  hash_ = std::move(decoded.hash);
  record_count_ += entry.record_values_size();
  return absl::OkStatus();
}

}  // namespace compendium
