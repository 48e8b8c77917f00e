// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "lib/base/mutex.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// The changes that were committed last, without gaps, so that live watchers
// read nothing from the engine. Values are shared with the record cache.
// Thread-safe.
class RecentChanges {
 public:
  RecentChanges(size_t count_max, size_t bytes_max)
      : count_max_(count_max), bytes_max_(bytes_max) {}

  // Keeps what `transaction` committed; drops the oldest, but never the last
  // one. Revisions rise by
  // one; after a gap only the new one is kept.
  void Keep(const Transaction& transaction, const Committed& committed);

  // As Store::ReadChanges for 0 <= after_revision < last_revision; nullopt when
  // the revision after `after_revision` is not kept.
  std::optional<std::vector<LoggedChange>> Read(int64_t after_revision,
                                                int64_t last_revision,
                                                const ReadLimit& limit) const;

 private:
  struct Change {
    std::shared_ptr<const LogEntry> entry;
    std::vector<RecordVersion> versions;
    size_t bytes = 0;
  };
  using ChangeLink = std::shared_ptr<const Change>;

  const size_t count_max_;
  const size_t bytes_max_;

  mutable base::Mutex mu_;
  std::deque<ChangeLink> changes_ ABSL_GUARDED_BY(mu_);
  size_t bytes_ ABSL_GUARDED_BY(mu_) = 0;
};

}  // namespace compendium::registry
