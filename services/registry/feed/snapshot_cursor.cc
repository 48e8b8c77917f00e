// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/snapshot_cursor.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "services/registry/feed/history_hash.h"
#include "services/registry/limits.h"
#include "services/registry/record_wire.h"

namespace compendium::registry {

SnapshotCursor::SnapshotCursor(int64_t revision,
                               std::vector<std::string> prefixes)
    : revision_(revision), prefixes_(std::move(prefixes)) {}

absl::StatusOr<std::string> SnapshotCursor::Next(const Store& store) {
  while (prefix_index_ < prefixes_.size()) {
    ListQuery query;
    query.prefix = prefixes_[prefix_index_];
    query.after_name = after_name_;
    query.at_revision = revision_;
    query.show_deleted = true;
    query.limit = {kSnapshotPartCountMax, kSnapshotPartBytesMax};
    ASSIGN_OR_RETURN(ListPage page, store.List(query));
    after_name_ = std::move(page.continue_after);
    if (after_name_.empty()) ++prefix_index_;
    if (page.records.empty()) continue;
    for (const RecordVersion& record : page.records)
      digest_.Add(record.name, record.head.revision);
    return EncodeWatchSnapshotPart(page.records);
  }
  ASSIGN_OR_RETURN(const std::string hash, HashAt(store, revision_));
  done_ = true;
  return EncodeWatchSnapshotEnd(revision_, digest_.record_count(),
                                digest_.Finish(), hash);
}

}  // namespace compendium::registry
