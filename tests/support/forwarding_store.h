// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "services/registry/store/store.h"

namespace compendium::tests {

// A store that does what another does; a test overrides what shall go wrong.
// Borrows the other.
class ForwardingStore : public registry::Store {
 public:
  explicit ForwardingStore(registry::Store& store) : store_(store) {}

  std::vector<absl::StatusOr<registry::Committed>> Commit(
      absl::Span<const registry::Transaction> transactions) override {
    return store_.Commit(transactions);
  }
  int64_t LastRevision() const override { return store_.LastRevision(); }
  absl::StatusOr<registry::RecordVersion> Get(
      absl::string_view name, int64_t at_revision) const override {
    return store_.Get(name, at_revision);
  }
  absl::StatusOr<registry::ListPage> List(
      const registry::ListQuery& query) const override {
    return store_.List(query);
  }
  absl::StatusOr<std::vector<registry::RecordVersion>> ListVersions(
      absl::string_view name, int64_t before_revision,
      const registry::ReadLimit& limit) const override {
    return store_.ListVersions(name, before_revision, limit);
  }
  absl::StatusOr<std::vector<registry::ExplainedHead>> ListHeads(
      absl::string_view name, int64_t before_revision,
      const registry::ReadLimit& limit) const override {
    return store_.ListHeads(name, before_revision, limit);
  }
  absl::StatusOr<std::vector<registry::LoggedChange>> ReadChanges(
      int64_t after_revision, const registry::ReadLimit& limit) const override {
    return store_.ReadChanges(after_revision, limit);
  }
  absl::StatusOr<registry::LogEntry> ReadLogEntry(
      int64_t revision) const override {
    return store_.ReadLogEntry(revision);
  }
  const std::string& store_id() const override { return store_.store_id(); }
  absl::string_view engine_name() const override {
    return store_.engine_name();
  }
  bool failed() const override { return store_.failed(); }

 private:
  registry::Store& store_;
};

}  // namespace compendium::tests
