// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/history_hash.h"

#include "lib/base/status_macros.h"
#include "services/registry/store/log_entry.h"

namespace compendium::registry {

absl::StatusOr<std::string> HashAt(const Store& store, int64_t revision) {
  if (revision == 0) return FirstPreviousHash();
  ASSIGN_OR_RETURN(LogEntry entry, store.ReadLogEntry(revision));
  return std::move(entry.hash);
}

}  // namespace compendium::registry
