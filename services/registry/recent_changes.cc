// SPDX-License-Identifier: Apache-2.0
#include "services/registry/recent_changes.h"

#include <utility>

#include "services/registry/store/read_limiter.h"

namespace compendium::registry {

void RecentChanges::Keep(const Transaction& transaction,
                         const Committed& committed) {
  auto change = std::make_shared<Change>();
  change->entry = committed.entry;
  change->versions.reserve(transaction.mutations.size());
  for (size_t i = 0; i < transaction.mutations.size(); ++i) {
    const Mutation& mutation = transaction.mutations[i];
    change->versions.push_back(
        {mutation.name, committed.heads[i], mutation.value.bytes()});
    change->bytes += BytesOf(change->versions.back());
  }
  change->bytes += change->entry->payload.size();
  std::vector<ChangeLink> dropped;  // freed without the lock
  base::MutexLock lock(mu_);
  const bool has_gap =
      !changes_.empty() &&
      changes_.back()->entry->revision + 1 != committed.revision;
  bytes_ += change->bytes;
  changes_.push_back(std::move(change));
  while (changes_.size() > 1 &&
         (has_gap || changes_.size() > count_max_ || bytes_ > bytes_max_)) {
    bytes_ -= changes_.front()->bytes;
    dropped.push_back(std::move(changes_.front()));
    changes_.pop_front();
  }
}

std::optional<std::vector<LoggedChange>> RecentChanges::Read(
    int64_t after_revision, int64_t last_revision,
    const ReadLimit& limit) const {
  std::vector<ChangeLink> found;
  ReadLimiter limiter(limit);
  {
    base::MutexLock lock(mu_);
    if (changes_.empty()) return std::nullopt;
    const int64_t first = changes_.front()->entry->revision;
    if (after_revision + 1 < first) return std::nullopt;
    for (auto i = static_cast<size_t>(after_revision + 1 - first);
         i < changes_.size() && !limiter.full() &&
         changes_[i]->entry->revision <= last_revision;
         ++i) {
      if (!limiter.Take(changes_[i]->bytes)) break;
      found.push_back(changes_[i]);
    }
  }
  if (found.empty()) return std::nullopt;
  std::vector<LoggedChange> changes;
  changes.reserve(found.size());
  for (const auto& change : found)
    changes.push_back({*change->entry, change->versions});
  return changes;
}

}  // namespace compendium::registry
