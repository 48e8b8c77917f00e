// SPDX-License-Identifier: Apache-2.0
#include "services/registry/feed/change_reader.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "services/registry/record_wire.h"

namespace compendium::registry {
namespace {

std::shared_ptr<const EncodedChange> Encode(const LoggedChange& change) {
  auto encoded = std::make_shared<EncodedChange>();
  encoded->revision = change.entry.revision;
  for (const LoggedRecord& record : change.entry.records)
    encoded->names.push_back(record.name);
  encoded->message = EncodeWatchChange(change);
  return encoded;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const EncodedChange>> ChangeReader::Next(
    int64_t after_revision) {
  const auto found = cache_.find(after_revision + 1);
  if (found != cache_.end()) return found->second;
  ASSIGN_OR_RETURN(const std::vector<LoggedChange> changes,
                   store_.ReadChanges(after_revision,
                                      {kFeedReadCountMax, kFeedReadBytesMax}));
  std::shared_ptr<const EncodedChange> first;
  for (const LoggedChange& change : changes) {
    auto encoded = Encode(change);
    if (first == nullptr) first = encoded;
    Keep(std::move(encoded));
  }
  CHECK(first == nullptr || first->revision == after_revision + 1);
  return first;
}

void ChangeReader::Keep(std::shared_ptr<const EncodedChange> change) {
  const int64_t revision = change->revision;
  const size_t bytes = change->message.size();
  if (!cache_.emplace(revision, std::move(change)).second) return;
  oldest_first_.push_back(revision);
  cache_bytes_ += bytes;
  while (cache_bytes_ > cache_bytes_max_) {
    const auto oldest = cache_.find(oldest_first_.front());
    oldest_first_.pop_front();
    cache_bytes_ -= oldest->second->message.size();
    cache_.erase(oldest);
  }
}

}  // namespace compendium::registry
