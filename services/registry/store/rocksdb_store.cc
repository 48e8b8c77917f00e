// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_store.h"

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/log.h"
#include "lib/base/status_macros.h"
#include "lib/request/error_details.h"
#include "services/registry/store/log_entry.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/rocksdb_files.h"
#include "services/registry/store/rocksdb_reader.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

absl::Status FailedError() {
  return ErrorWithReason(absl::StatusCode::kDataLoss, "STORE_FAILED",
                         "the store failed and is read-only until the "
                         "service is restarted; see its log");
}

// Puts all that one revision writes into `batch`.
absl::Status PutRevision(const RocksDbFiles& files,
                         const PlannedRevision& planned,
                         rocksdb::WriteBatch& batch) {
  const auto to_status = [](const rocksdb::Status& status) {
    return status.ok() ? absl::OkStatus()
                       : absl::InternalError(status.ToString());
  };
  for (size_t i = 0; i < planned.heads.size(); ++i) {
    const Mutation& mutation = planned.transaction->mutations[i];
    const RecordHead& head = planned.heads[i];
    const absl::string_view value = mutation.value.bytes();
    RETURN_IF_ERROR(to_status(
        batch.Put(files.heads(), EncodeHeadKey(mutation.name, head.revision),
                  EncodeHead({head, static_cast<uint32_t>(value.size())}))));
    RETURN_IF_ERROR(to_status(
        batch.Put(files.values(), EncodeValueKey(head.revision, mutation.name),
                  ToSlice(value))));
  }
  const std::string revision = EncodeRevision(planned.entry->revision);
  RETURN_IF_ERROR(to_status(
      batch.Put(files.log(), revision, EncodeLogValue(*planned.entry))));
  if (planned.entry->request_id.empty()) return absl::OkStatus();
  return to_status(
      batch.Put(files.requests(), planned.entry->request_id, revision));
}

// Finds and checks the end of the log.
absl::StatusOr<LogEnd> ReadLogEnd(const RocksDbReader& reader,
                                  int64_t noted_last_revision) {
  ASSIGN_OR_RETURN(const int64_t last, reader.FindLastLogRevision());
  if (last != noted_last_revision)
    return absl::DataLossError(absl::StrCat("the log: got an end at revision ",
                                            last, ", want it at ",
                                            noted_last_revision));
  if (last == 0) return LogEnd();
  // Before the last entry stands the one that it continues.
  ASSIGN_OR_RETURN(std::vector<LoggedChange> changes,
                   reader.ReadChanges(std::max<int64_t>(last - 2, 0), last,
                                      {.count_max = 2, .bytes_max = SIZE_MAX}));
  const LogEntry& entry = changes.back().entry;
  RETURN_IF_ERROR(
      CheckLink(entry, last,
                last == 1 ? FirstPreviousHash() : changes.front().entry.hash));
  std::vector<std::string> values;
  for (const RecordVersion& version : changes.back().versions)
    values.emplace_back(version.value.view());
  RETURN_IF_ERROR(CheckValues(entry, values));
  return LogEnd{last, entry.commit_time, entry.hash};
}

}  // namespace

absl::StatusOr<std::unique_ptr<RocksDbStore>> RocksDbStore::Open(
    const Options& options) {
  CHECK(options.clock != nullptr);
  ASSIGN_OR_RETURN(std::unique_ptr<RocksDbFiles> files,
                   RocksDbFiles::Open(options));
  auto reader = std::make_unique<RocksDbReader>(*files);
  absl::StatusOr<LogEnd> end =
      ReadLogEnd(*reader, files->noted_last_revision());
  if (!end.ok())
    return ErrorWithReason(
        absl::StatusCode::kDataLoss, "STORE_DAMAGED",
        absl::StrCat("store ", options.path, ": ", end.status().message()));
  return std::unique_ptr<RocksDbStore>(new RocksDbStore(
      *options.clock, std::move(files), std::move(reader), *std::move(end)));
}

RocksDbStore::RocksDbStore(const base::Clock& clock,
                           std::unique_ptr<RocksDbFiles> files,
                           std::unique_ptr<RocksDbReader> reader, LogEnd end)
    : clock_(clock),
      files_(std::move(files)),
      reader_(std::move(reader)),
      last_revision_(end.revision),
      end_(std::move(end)),
      heads_(*reader_),
      batch_(std::make_unique<rocksdb::WriteBatch>()) {}

RocksDbStore::~RocksDbStore() = default;

std::vector<absl::StatusOr<Committed>> RocksDbStore::Commit(
    absl::Span<const Transaction> transactions) {
  // Whoever fails answers all of its batch so, also what it would refuse: that
  // may have been refused because of others.
  std::vector<absl::StatusOr<Committed>> answers;
  if (failed()) {
    answers.assign(transactions.size(), FailedError());
    return answers;
  }
  BatchPlanner planner(heads_, end_, clock_.Now());
  answers.reserve(transactions.size());
  for (const Transaction& transaction : transactions) {
    answers.push_back(planner.Plan(transaction));
    if (const absl::Status status = answers.back().status();
        absl::IsDataLoss(status)) {
      answers.assign(transactions.size(), Fail(status));
      return answers;
    }
  }
  if (planner.revisions().empty()) return answers;
  if (const absl::Status written = Write(planner.revisions()); !written.ok()) {
    answers.assign(transactions.size(), Fail(written));
    return answers;
  }
  end_ = planner.end();
  heads_.Keep(planner.revisions());
  last_revision_.store(end_.revision, std::memory_order_release);
  return answers;
}

// Writes the revisions and waits until they are on disk.
absl::Status RocksDbStore::Write(
    const std::vector<PlannedRevision>& revisions) {
  batch_->Clear();
  for (const PlannedRevision& planned : revisions)
    RETURN_IF_ERROR(PutRevision(*files_, planned, *batch_));
  batch_->Put(files_->meta(), kLastRevisionKey,
              EncodeRevision(revisions.back().entry->revision));
  rocksdb::WriteOptions synced;
  synced.sync = true;
  const rocksdb::Status written = files_->db().Write(synced, batch_.get());
  return written.ok() ? absl::OkStatus()
                      : absl::DataLossError(written.ToString());
}

// Makes the store read-only; the error to answer.
absl::Status RocksDbStore::Fail(const absl::Status& cause) {
  failed_.store(true, std::memory_order_release);
  base::Log(base::Severity::kError, "store_failed",
            {{"cause", std::string(cause.message())},
             {"last_revision", absl::StrCat(LastRevision())}});
  return FailedError();
}

absl::StatusOr<RecordVersion> RocksDbStore::Get(absl::string_view name,
                                                int64_t at_revision) const {
  RETURN_IF_ERROR(CheckRevision("at_revision", at_revision, 0, LastRevision()));
  return reader_->Get(name, at_revision);
}

absl::StatusOr<ListPage> RocksDbStore::List(const ListQuery& query) const {
  RETURN_IF_ERROR(
      CheckRevision("at_revision", query.at_revision, 0, LastRevision()));
  return reader_->List(query);
}

absl::StatusOr<std::vector<RecordVersion>> RocksDbStore::ListVersions(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  // A version can be on disk a moment before its revision is made known.
  return reader_->ListVersions(
      name, std::min(before_revision, LastRevision() + 1), limit);
}

absl::StatusOr<std::vector<ExplainedHead>> RocksDbStore::ListHeads(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  return reader_->ListHeads(name, std::min(before_revision, LastRevision() + 1),
                            limit);
}

absl::StatusOr<std::vector<LoggedChange>> RocksDbStore::ReadChanges(
    int64_t after_revision, const ReadLimit& limit) const {
  const int64_t last = LastRevision();
  RETURN_IF_ERROR(CheckRevision("after_revision", after_revision, 0, last));
  return reader_->ReadChanges(after_revision, last, limit);
}

absl::StatusOr<LogEntry> RocksDbStore::ReadLogEntry(int64_t revision) const {
  RETURN_IF_ERROR(CheckRevision("revision", revision, 1, LastRevision()));
  return reader_->FindLogEntry(revision);
}

const std::string& RocksDbStore::store_id() const { return files_->store_id(); }

}  // namespace compendium::registry
