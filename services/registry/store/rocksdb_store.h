// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/registry/store/batch_planner.h"
#include "services/registry/store/head_cache.h"
#include "services/registry/store/record.h"
#include "services/registry/store/rocksdb_options.h"
#include "services/registry/store/store.h"
#include "services/registry/store/transaction.h"

namespace rocksdb {
class WriteBatch;
}  // namespace rocksdb

namespace compendium::registry {

class RocksDbFiles;
class RocksDbReader;

// The store in a folder of this machine, kept by RocksDB; schema.h is its
// format. One process at a time opens a folder.
//
// As Store says, any thread may read, one at a time commits. Reads take no lock
// of ours and never wait for a commit. A revision is made known after its batch
// was written and synced.
//
// After a write that failed, or damage found while committing, the store is
// read-only (failed()) until it is opened again, which finds out what is there.
class RocksDbStore final : public Store {
 public:
  using Options = RocksDbOptions;

  // Opens the store, or makes a new one. Checks the format, that the log ends
  // where the last commit noted, that its last entry continues the hash chain
  // and that the versions it wrote are there. FAILED_PRECONDITION when the
  // folder cannot be opened or is of an unknown format; DATA_LOSS when a check
  // fails.
  static absl::StatusOr<std::unique_ptr<RocksDbStore>> Open(
      const Options& options);

  ~RocksDbStore() override;

  std::vector<absl::StatusOr<Committed>> Commit(
      absl::Span<const Transaction> transactions) override;
  int64_t LastRevision() const override {
    return last_revision_.load(std::memory_order_acquire);
  }
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
  const std::string& store_id() const override;
  absl::string_view engine_name() const override { return "rocksdb"; }
  bool failed() const override {
    return failed_.load(std::memory_order_acquire);
  }

 private:
  RocksDbStore(const base::Clock& clock, std::unique_ptr<RocksDbFiles> files,
               std::unique_ptr<RocksDbReader> reader, LogEnd end);

  absl::Status Write(const std::vector<PlannedRevision>& revisions);
  absl::Status Fail(const absl::Status& cause);

  // Constant after construction.
  const base::Clock& clock_;
  const std::unique_ptr<RocksDbFiles> files_;
  const std::unique_ptr<RocksDbReader> reader_;

  // Synchronise themselves.
  std::atomic<int64_t> last_revision_;
  std::atomic<bool> failed_{false};

  // Used by Commit only.
  LogEnd end_;
  HeadCache heads_;
  const std::unique_ptr<rocksdb::WriteBatch> batch_;  // kept for its memory
};

}  // namespace compendium::registry
