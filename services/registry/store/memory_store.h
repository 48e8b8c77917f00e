// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "lib/base/clock.h"
#include "lib/base/mutex.h"
#include "services/registry/store/record.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"

namespace compendium::registry {

// The store as plain maps in memory: the oracle that other engines are compared
// with, and the store of tests. Nothing outlives the object; it never fails.
//
// As Store says, any thread may read, one at a time commits; everything happens
// under one lock, so a long listing holds up a commit. Borrows the clock.
class MemoryStore final : public Store {
 public:
  // `store_id` as Store::store_id() says; a random one when empty.
  explicit MemoryStore(const base::Clock& clock, std::string store_id = "");

  std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) override;
  int64_t LastRevision() const override;
  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const override;
  absl::StatusOr<ListPage> List(const ListQuery& query) const override;
  absl::StatusOr<std::vector<RecordVersion>> ListVersions(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const override;
  absl::StatusOr<std::vector<ExplainedHead>> ListHeads(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const override;
  absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, const ReadLimit& limit) const override;
  absl::StatusOr<LogEntry> ReadLogEntry(int64_t revision) const override;
  const std::string& store_id() const override { return store_id_; }
  absl::string_view engine_name() const override { return "memory"; }
  bool failed() const override { return false; }

 private:
  class State;

  // All versions of each record, oldest first.
  using Versions =
      std::map<std::string, std::vector<RecordVersion>, std::less<>>;

  int64_t LastRevisionLocked() const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mu_) {
    return static_cast<int64_t>(log_.size());
  }

  const base::Clock& clock_;
  const std::string store_id_;

  mutable base::Mutex mu_;
  Versions versions_ ABSL_GUARDED_BY(mu_);
  std::vector<LogEntry> log_ ABSL_GUARDED_BY(mu_);  // revision 1 first
  std::map<std::string, int64_t, std::less<>> requests_ ABSL_GUARDED_BY(mu_);
};

}  // namespace compendium::registry
