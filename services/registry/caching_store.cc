// SPDX-License-Identifier: Apache-2.0
#include "services/registry/caching_store.h"

#include <optional>
#include <utility>

#include "absl/hash/hash.h"

namespace compendium::registry {

CachingStore::CachingStore(std::unique_ptr<Store> engine, size_t bytes_max)
    : engine_(std::move(engine)),
      last_revision_(engine_->LastRevision()),
      cache_(bytes_max) {}

CachingStore::Touches& CachingStore::TouchesOf(absl::string_view name) const {
  return touches_[absl::HashOf(name) % touches_.size()];
}

std::vector<absl::StatusOr<Committed>> CachingStore::Commit(
    absl::Span<const Transaction> transactions) {
  for (const Transaction& transaction : transactions)
    for (const Mutation& mutation : transaction.mutations)
      ++TouchesOf(mutation.name).begun;
  auto answers = engine_->Commit(transactions);
  for (size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i].ok() || answers[i]->replayed) continue;
    const std::vector<Mutation>& mutations = transactions[i].mutations;
    for (size_t j = 0; j < mutations.size(); ++j)
      cache_.Keep(mutations[j].name, answers[i]->heads[j],
                  mutations[j].value.bytes());
    recent_.Keep(transactions[i], *answers[i]);
  }
  last_revision_.store(engine_->LastRevision(), std::memory_order_release);
  for (const Transaction& transaction : transactions)
    for (const Mutation& mutation : transaction.mutations)
      ++TouchesOf(mutation.name).ended;
  return answers;
}

absl::StatusOr<RecordVersion> CachingStore::Get(absl::string_view name,
                                                int64_t at_revision) const {
  // In this order: a commit makes its revision known before it counts its end.
  const Touches& touches = TouchesOf(name);
  const uint64_t ended = touches.ended;
  const bool is_settled = touches.begun == ended;
  const int64_t last_revision = LastRevision();
  if (at_revision <= last_revision) {
    std::optional<RecordVersion> cached = cache_.Find(name, at_revision);
    if (cached.has_value()) return *std::move(cached);
  }
  absl::StatusOr<RecordVersion> version = engine_->Get(name, at_revision);
  if (version.ok() && is_settled && at_revision == last_revision)
    cache_.KeepUnlessCounted(*version, touches.begun, ended);
  return version;
}

absl::StatusOr<std::vector<LoggedChange>> CachingStore::ReadChanges(
    int64_t after_revision, const ReadLimit& limit) const {
  // What a commit keeps before it makes it known is not read.
  const int64_t last_revision = LastRevision();
  if (after_revision >= 0 && after_revision < last_revision) {
    auto recent = recent_.Read(after_revision, last_revision, limit);
    if (recent.has_value()) return *std::move(recent);
  }
  return engine_->ReadChanges(after_revision, limit);
}

}  // namespace compendium::registry
