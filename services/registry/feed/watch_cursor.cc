// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/watch_cursor.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"

namespace compendium::registry {

WatchCursor::WatchCursor(const WatchCall& call, int64_t snapshot_revision)
    : filter_(call.name_prefixes), revision_(call.after_revision.value_or(0)) {
  if (!call.after_revision.has_value())
    snapshot_ =
        std::make_unique<SnapshotCursor>(snapshot_revision, filter_.prefixes());
}

absl::StatusOr<std::shared_ptr<const std::string>> WatchCursor::Next(
    const Store& store, ChangeReader& changes, int64_t last_revision) {
  if (snapshot_ != nullptr) {
    ASSIGN_OR_RETURN(std::string message, snapshot_->Next(store));
    if (snapshot_->done()) {
      revision_ = snapshot_->revision();
      snapshot_ = nullptr;
    }
    return std::make_shared<const std::string>(std::move(message));
  }
  for (size_t i = 0; i < kFeedTurnCountMax && revision_ < last_revision; ++i) {
    ASSIGN_OR_RETURN(const std::shared_ptr<const EncodedChange> change,
                     changes.Next(revision_));
    CHECK(change != nullptr);  // last_revision has been written
    revision_ = change->revision;
    const bool fits = std::any_of(
        change->names.begin(), change->names.end(),
        [this](const std::string& name) { return filter_.Fits(name); });
    if (fits)
      return std::shared_ptr<const std::string>(change, &change->message);
  }
  return std::shared_ptr<const std::string>();
}

}  // namespace compendium::registry
