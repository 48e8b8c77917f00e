// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/committed_state.h"
#include "services/registry/store/record.h"
#include "services/registry/store/rocksdb_files.h"
#include "services/registry/store/schema.h"
#include "services/registry/store/store.h"

namespace compendium::registry {

// All reads of a RocksDbStore. Borrows the files. Thread-safe, without a lock:
// what a read at a revision needs was written, whole, before that revision was
// made known, and never changes; newer versions are passed over.
//
// Every failure is DATA_LOSS, but for NOT_FOUND where it says so. Revisions are
// within the history; RocksDbStore checks them.
class RocksDbReader final : public CommittedState {
 public:
  explicit RocksDbReader(const RocksDbFiles& files) : files_(files) {}

  // As CommittedState says.
  absl::StatusOr<std::optional<RecordHead>> FindHead(
      absl::string_view name) const override;
  absl::StatusOr<RecordHead> ReadHeadAt(absl::string_view name,
                                        int64_t revision) const override;
  absl::Status VisitHeads(
      absl::string_view prefix,
      const std::function<bool(absl::string_view name, const RecordHead&)>&
          visit) const override;
  absl::StatusOr<std::optional<int64_t>> FindRequest(
      absl::string_view request_id) const override;
  absl::StatusOr<LogEntry> FindLogEntry(int64_t revision) const override;

  // As Store says. Changes and versions end at `last_revision`.
  absl::StatusOr<RecordVersion> Get(absl::string_view name,
                                    int64_t at_revision) const;
  absl::StatusOr<ListPage> List(const ListQuery& query) const;
  absl::StatusOr<std::vector<RecordVersion>> ListVersions(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const;
  absl::StatusOr<std::vector<ExplainedHead>> ListHeads(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const;
  absl::StatusOr<std::vector<LoggedChange>> ReadChanges(
      int64_t after_revision, int64_t last_revision,
      const ReadLimit& limit) const;

  // The revision of the last log entry; 0 when there is none.
  absl::StatusOr<int64_t> FindLastLogRevision() const;

 private:
  absl::StatusOr<std::optional<StoredHead>> FindStoredHead(
      absl::string_view name, int64_t at_revision) const;
  absl::StatusOr<std::vector<StoredHead>> ListStoredHeads(
      absl::string_view name, int64_t before_revision,
      const ReadLimit& limit) const;
  // The version of `name` that has this head.
  absl::StatusOr<RecordVersion> ReadVersion(absl::string_view name,
                                            const StoredHead& stored) const;
  // The same, of a value that was read.
  static absl::StatusOr<RecordVersion> ToRecordVersion(absl::string_view name,
                                                       const StoredHead& stored,
                                                       absl::string_view value);
  absl::StatusOr<std::vector<LogEntry>> ReadLogEntries(
      const std::vector<int64_t>& revisions) const;
  absl::StatusOr<std::vector<LoggedChange>> WithVersions(
      std::vector<LogEntry> entries) const;

  const RocksDbFiles& files_;
};

}  // namespace compendium::registry
