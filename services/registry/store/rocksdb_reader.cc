// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_reader.h"

#include <rocksdb/db.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

// How many revisions are fetched at once: enough to share the cost of a lookup,
// few enough that what is fetched past the limit in bytes is little.
constexpr int64_t kChangesPerFetch = 32;

absl::Status Missing(absl::string_view what) {
  return ReadError(rocksdb::Status::NotFound(), what);
}

// Decodes the version that stands under `name` and `revision`.
absl::StatusOr<RecordVersion> ToRecordVersion(absl::string_view name,
                                              int64_t revision,
                                              const rocksdb::Slice& bytes) {
  ASSIGN_OR_RETURN(const DecodedVersion decoded,
                   DecodeVersion(revision, ToView(bytes)));
  return RecordVersion{std::string(name), decoded.head,
                       std::string(decoded.value)};
}

}  // namespace

absl::StatusOr<std::optional<RecordHead>> RocksDbReader::FindHead(
    absl::string_view name) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status = files_.db().Get(
      rocksdb::ReadOptions(), files_.heads(), ToSlice(name), &bytes);
  if (status.IsNotFound()) return std::optional<RecordHead>();
  if (!status.ok()) return ReadError(status, name);
  ASSIGN_OR_RETURN(const RecordHead head, DecodeHead(ToView(bytes)));
  return std::optional<RecordHead>(head);
}

absl::StatusOr<RecordHead> RocksDbReader::ReadHeadAt(absl::string_view name,
                                                     int64_t revision) const {
  ASSIGN_OR_RETURN(const RecordVersion version, ReadVersion(name, revision));
  return version.head;
}

absl::Status RocksDbReader::VisitHeads(
    absl::string_view prefix,
    const std::function<bool(absl::string_view, const RecordHead&)>& visit)
    const {
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.heads()));
  for (iterator->Seek(ToSlice(prefix)); iterator->Valid(); iterator->Next()) {
    const absl::string_view name = ToView(iterator->key());
    if (!absl::StartsWith(name, prefix)) break;
    ASSIGN_OR_RETURN(const RecordHead head,
                     DecodeHead(ToView(iterator->value())));
    if (!visit(name, head)) break;
  }
  if (!iterator->status().ok()) return ReadError(iterator->status(), prefix);
  return absl::OkStatus();
}

absl::StatusOr<std::optional<int64_t>> RocksDbReader::FindRequest(
    absl::string_view request_id) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status = files_.db().Get(
      rocksdb::ReadOptions(), files_.requests(), ToSlice(request_id), &bytes);
  if (status.IsNotFound()) return std::optional<int64_t>();
  if (!status.ok()) return ReadError(status, "request_id");
  ASSIGN_OR_RETURN(const int64_t revision, DecodeRevision(ToView(bytes)));
  return std::optional<int64_t>(revision);
}

absl::StatusOr<LogEntry> RocksDbReader::FindLogEntry(int64_t revision) const {
  ASSIGN_OR_RETURN(std::vector<LogEntry> entries, ReadLogEntries(revision, 1));
  return std::move(entries.front());
}

absl::StatusOr<RecordVersion> RocksDbReader::Get(absl::string_view name,
                                                 int64_t at_revision) const {
  ASSIGN_OR_RETURN(const std::optional<RecordHead> head, FindHead(name));
  if (!head.has_value() || head->create_revision > at_revision)
    return NoVersionError(name, at_revision);
  if (head->revision <= at_revision) return ReadVersion(name, head->revision);
  ASSIGN_OR_RETURN(std::optional<RecordVersion> version,
                   FindVersionAt(name, at_revision));
  if (!version.has_value()) return Missing(name);
  return *std::move(version);
}

// The version of a record of the listing; nullopt when it is not to be listed.
absl::StatusOr<std::optional<RecordVersion>> RocksDbReader::ListedVersion(
    absl::string_view name, const RecordHead& head,
    const ListQuery& query) const {
  const auto hidden = [&](const RecordHead& then) {
    return then.deleted() && !query.show_deleted;
  };
  if (head.create_revision > query.at_revision)
    return std::optional<RecordVersion>();
  if (head.revision <= query.at_revision) {
    if (hidden(head)) return std::optional<RecordVersion>();
    ASSIGN_OR_RETURN(RecordVersion version, ReadVersion(name, head.revision));
    return std::optional<RecordVersion>(std::move(version));
  }
  ASSIGN_OR_RETURN(std::optional<RecordVersion> version,
                   FindVersionAt(name, query.at_revision));
  if (!version.has_value()) return Missing(name);
  if (hidden(version->head)) return std::optional<RecordVersion>();
  return version;
}

absl::StatusOr<ListPage> RocksDbReader::List(const ListQuery& query) const {
  ListPage page;
  ReadLimiter limiter(query.limit);
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.heads()));
  iterator->Seek(std::max(query.prefix, query.after_name));
  for (; iterator->Valid(); iterator->Next()) {
    const absl::string_view name = ToView(iterator->key());
    if (!absl::StartsWith(name, query.prefix)) break;
    if (name == query.after_name || !absl::EndsWith(name, query.suffix))
      continue;
    ASSIGN_OR_RETURN(const RecordHead head,
                     DecodeHead(ToView(iterator->value())));
    ASSIGN_OR_RETURN(std::optional<RecordVersion> version,
                     ListedVersion(name, head, query));
    if (!version.has_value()) continue;
    if (!limiter.Take(BytesOf(*version))) {
      page.continue_after = page.records.back().name;
      break;
    }
    page.records.push_back(*std::move(version));
  }
  if (!iterator->status().ok())
    return ReadError(iterator->status(), query.prefix);
  return page;
}

absl::StatusOr<std::vector<RecordVersion>> RocksDbReader::ListVersions(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  std::vector<RecordVersion> newest_first;
  if (before_revision <= 1) return newest_first;
  ReadLimiter limiter(limit);
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.versions()));
  iterator->SeekForPrev(EncodeVersionKey(name, before_revision - 1));
  for (; iterator->Valid() && !limiter.full(); iterator->Prev()) {
    ASSIGN_OR_RETURN(const int64_t revision,
                     DecodeVersionKey(ToView(iterator->key()), name));
    if (revision < 0) break;
    ASSIGN_OR_RETURN(RecordVersion version,
                     ToRecordVersion(name, revision, iterator->value()));
    if (!limiter.Take(BytesOf(version))) break;
    newest_first.push_back(std::move(version));
  }
  if (!iterator->status().ok()) return ReadError(iterator->status(), name);
  return newest_first;
}

absl::StatusOr<std::vector<LoggedChange>> RocksDbReader::ReadChanges(
    int64_t after_revision, int64_t last_revision,
    const ReadLimit& limit) const {
  std::vector<LoggedChange> changes;
  ReadLimiter limiter(limit);
  while (after_revision < last_revision && !limiter.full()) {
    const size_t wanted = std::max<size_t>(limit.count_max, 1) - changes.size();
    const int64_t there =
        std::min(kChangesPerFetch, last_revision - after_revision);
    const size_t count = std::min(wanted, static_cast<size_t>(there));
    ASSIGN_OR_RETURN(std::vector<LogEntry> entries,
                     ReadLogEntries(after_revision + 1, count));
    ASSIGN_OR_RETURN(std::vector<LoggedChange> fetched,
                     WithVersions(std::move(entries)));
    for (LoggedChange& change : fetched) {
      if (!limiter.Take(BytesOf(change))) return changes;
      changes.push_back(std::move(change));
    }
    after_revision += static_cast<int64_t>(count);
  }
  return changes;
}

absl::StatusOr<int64_t> RocksDbReader::FindLastLogRevision() const {
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.log()));
  iterator->SeekToLast();
  if (!iterator->status().ok()) return ReadError(iterator->status(), "log");
  if (!iterator->Valid()) return 0;
  return DecodeRevision(ToView(iterator->key()));
}

absl::StatusOr<RecordVersion> RocksDbReader::ReadVersion(
    absl::string_view name, int64_t revision) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status =
      files_.db().Get(rocksdb::ReadOptions(), files_.versions(),
                      EncodeVersionKey(name, revision), &bytes);
  if (!status.ok()) return ReadError(status, name);
  return ToRecordVersion(name, revision, bytes);
}

absl::StatusOr<std::optional<RecordVersion>> RocksDbReader::FindVersionAt(
    absl::string_view name, int64_t at_revision) const {
  ASSIGN_OR_RETURN(
      std::vector<RecordVersion> newest,
      ListVersions(name, at_revision + 1, {.count_max = 1, .bytes_max = 0}));
  if (newest.empty()) return std::optional<RecordVersion>();
  return std::optional<RecordVersion>(std::move(newest.front()));
}

// The entries of `count` revisions, which exist.
absl::StatusOr<std::vector<LogEntry>> RocksDbReader::ReadLogEntries(
    int64_t from_revision, size_t count) const {
  std::vector<std::string> keys;
  for (size_t i = 0; i < count; ++i)
    keys.push_back(EncodeRevision(from_revision + static_cast<int64_t>(i)));
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(count);
  std::vector<rocksdb::Status> statuses(count);
  files_.db().MultiGet(rocksdb::ReadOptions(), files_.log(), count,
                       slices.data(), values.data(), statuses.data(),
                       /*sorted_input=*/true);
  std::vector<LogEntry> entries;
  for (size_t i = 0; i < count; ++i) {
    const int64_t revision = from_revision + static_cast<int64_t>(i);
    if (!statuses[i].ok())
      return ReadError(statuses[i], absl::StrCat("log entry ", revision));
    ASSIGN_OR_RETURN(LogEntry entry,
                     DecodeLogValue(revision, ToView(values[i])));
    entries.push_back(std::move(entry));
  }
  return entries;
}

// The entries with the versions that they wrote.
absl::StatusOr<std::vector<LoggedChange>> RocksDbReader::WithVersions(
    std::vector<LogEntry> entries) const {
  std::vector<std::string> keys;
  for (const LogEntry& entry : entries)
    for (const LoggedRecord& record : entry.records)
      keys.push_back(EncodeVersionKey(record.name, entry.revision));
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  std::vector<rocksdb::PinnableSlice> values(keys.size());
  std::vector<rocksdb::Status> statuses(keys.size());
  files_.db().MultiGet(rocksdb::ReadOptions(), files_.versions(), keys.size(),
                       slices.data(), values.data(), statuses.data());
  std::vector<LoggedChange> changes;
  size_t at = 0;
  for (LogEntry& entry : entries) {
    LoggedChange change{std::move(entry), {}};
    for (const LoggedRecord& record : change.entry.records) {
      if (!statuses[at].ok()) return ReadError(statuses[at], record.name);
      ASSIGN_OR_RETURN(
          RecordVersion version,
          ToRecordVersion(record.name, change.entry.revision, values[at]));
      change.versions.push_back(std::move(version));
      ++at;
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace compendium::registry
