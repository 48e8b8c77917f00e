// SPDX-License-Identifier: Apache-2.0
#include "services/reporting/plain/body_cache.h"

#include <iterator>
#include <utility>

#include "services/reporting/plain/limits.h"

namespace compendium::reporting {

std::optional<FinishedBody> BodyCache::Find(const std::string& key) {
  base::MutexLock lock(mu_);
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->body;
}

void BodyCache::Put(const std::string& key, FinishedBody body) {
  if (body.text->size() > kCachedBodyBytesMax) return;
  base::MutexLock lock(mu_);
  const auto found = places_.find(key);
  if (found != places_.end()) Remove(found->second);
  entries_.push_front({key, std::move(body)});
  places_[key] = entries_.begin();
  bytes_ += BytesOf(entries_.front());
  while (bytes_ > bytes_max_) Remove(std::prev(entries_.end()));
}

size_t BodyCache::BytesOf(const Entry& entry) {
  return 2 * entry.key.size() + entry.body.text->size() + kCachedEntryBytes;
}

void BodyCache::Remove(Entries::iterator entry) {
  bytes_ -= BytesOf(*entry);
  places_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace compendium::reporting
