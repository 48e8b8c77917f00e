// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/head_cache.h"

#include <utility>

#include "lib/base/status_macros.h"

namespace compendium::registry {

void HeadCache::Keep(const std::vector<PlannedRevision>& written) {
  for (const PlannedRevision& planned : written)
    for (size_t i = 0; i < planned.heads.size(); ++i)
      KeepHead(planned.transaction->mutations[i].name, planned.heads[i]);
}

absl::StatusOr<std::optional<RecordHead>> HeadCache::FindHead(
    absl::string_view name) const {
  if (const auto found = younger_.find(name); found != younger_.end())
    return std::optional<RecordHead>(found->second);
  std::optional<RecordHead> head;
  if (const auto found = older_.find(name); found != older_.end()) {
    head = found->second;
  } else {
    ASSIGN_OR_RETURN(head, state_.FindHead(name));
  }
  if (head.has_value()) KeepHead(name, *head);
  return head;
}

void HeadCache::KeepHead(absl::string_view name, const RecordHead& head) const {
  if (younger_.size() >= count_max_) {
    older_ = std::move(younger_);
    younger_ = Heads();
  }
  younger_[name] = head;
}

}  // namespace compendium::registry
