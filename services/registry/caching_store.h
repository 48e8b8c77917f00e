// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "services/registry/limits.h"
#include "services/registry/recent_changes.h"
#include "services/registry/record_cache.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// A store in front of an engine that answers Get and ReadChanges from memory
// where it can: most reads are of the latest versions of few records, and most
// watchers are live. Everything else is the engine's. Thread-safe as Store is;
// all commits must go through it.
//
// A cached version is always the latest one, so it answers any revision from
// its own on:
// - A commit puts what it wrote into the cache before it makes the new revision
//   known; a read at the old one finds a version that is too new and asks the
//   engine.
// - What a read brought is kept only if no commit touched the name since before
//   the read, and the read was of the latest revision. To know that, a commit
//   marks its names, before and after, in a table of counters.
class CachingStore final : public Store {
 public:
  explicit CachingStore(std::unique_ptr<Store> engine,
                        size_t bytes_max = kRecordCacheBytesMax);

  std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) override;
  int64_t LastRevision() const override {
    return last_revision_.load(std::memory_order_acquire);
  }
  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const override;
  absl::StatusOr<ListPage> List(const ListQuery& query) const override {
    return engine_->List(query);
  }
  absl::StatusOr<std::vector<RecordVersion>> ListVersions(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const override {
    return engine_->ListVersions(name, before_revision, limit);
  }
  absl::StatusOr<std::vector<ExplainedHead>> ListHeads(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const override {
    return engine_->ListHeads(name, before_revision, limit);
  }
  absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, const ReadLimit& limit) const override;
  absl::StatusOr<LogEntry> ReadLogEntry(int64_t revision) const override {
    return engine_->ReadLogEntry(revision);
  }
  const std::string& store_id() const override { return engine_->store_id(); }
  absl::string_view engine_name() const override {
    return engine_->engine_name();
  }
  bool failed() const override { return engine_->failed(); }

 private:
  // Commits that touched one of the names that share this counter.
  struct Touches {
    std::atomic<uint64_t> begun = 0;
    std::atomic<uint64_t> ended = 0;
  };
  Touches& TouchesOf(absl::string_view name) const;

  // Constant after construction.
  const std::unique_ptr<Store> engine_;

  // Synchronise themselves.
  std::atomic<int64_t> last_revision_;
  mutable RecordCache cache_;
  RecentChanges recent_{kRecentChangesMax, kRecentChangesBytesMax};
  mutable std::array<Touches, 4096> touches_;
};

}  // namespace compendium::registry
