// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_reader.h"

#include <rocksdb/db.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/match.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

absl::Status Missing(absl::string_view what) {
  return ReadError(rocksdb::Status::NotFound(), what);
}

}  // namespace

absl::StatusOr<std::optional<RecordHead>> RocksDbReader::FindHead(
    absl::string_view name) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status = files_.db().Get(
      rocksdb::ReadOptions(), files_.heads(), ToSlice(name), &bytes);
  if (status.IsNotFound()) return std::optional<RecordHead>();
  if (!status.ok()) return ReadError(status, name);
  ASSIGN_OR_RETURN(const RecordHead head,
                   Stored(name, DecodeHead(ToView(bytes))));
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
                     Stored(name, DecodeHead(ToView(iterator->value()))));
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
  ASSIGN_OR_RETURN(const int64_t revision,
                   Stored("request_id", DecodeRevision(ToView(bytes))));
  return std::optional<int64_t>(revision);
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
  std::string visited_last;
  size_t visited_count = 0;
  iterator->Seek(std::max(query.prefix, query.after_name));
  for (; iterator->Valid(); iterator->Next()) {
    const absl::string_view name = ToView(iterator->key());
    if (!absl::StartsWith(name, query.prefix)) break;
    if (name == query.after_name) continue;
    if (visited_count++ >= query.limit.visited_max) {
      page.continue_after = std::move(visited_last);
      break;
    }
    visited_last.assign(name.data(), name.size());
    if (!absl::EndsWith(name, query.suffix)) continue;
    ASSIGN_OR_RETURN(const RecordHead head,
                     Stored(name, DecodeHead(ToView(iterator->value()))));
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

// Visits versions, newest first, as many as fit the limit.
absl::Status RocksDbReader::VisitVersions(
    absl::string_view name, int64_t before_revision, const ReadLimit& limit,
    const std::function<void(const DecodedVersion&)>& visit) const {
  if (before_revision <= 1) return absl::OkStatus();
  ReadLimiter limiter(limit);
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.versions()));
  iterator->SeekForPrev(EncodeVersionKey(name, before_revision - 1));
  for (; iterator->Valid() && !limiter.full(); iterator->Prev()) {
    ASSIGN_OR_RETURN(
        const int64_t revision,
        Stored(name, DecodeVersionKey(ToView(iterator->key()), name)));
    if (revision < 0) break;
    ASSIGN_OR_RETURN(
        const DecodedVersion version,
        Stored(name, DecodeVersion(revision, ToView(iterator->value()))));
    if (!limiter.Take(name.size() + version.value.size())) break;
    visit(version);
  }
  if (!iterator->status().ok()) return ReadError(iterator->status(), name);
  return absl::OkStatus();
}

absl::StatusOr<std::vector<RecordVersion>> RocksDbReader::ListVersions(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  std::vector<RecordVersion> newest_first;
  RETURN_IF_ERROR(VisitVersions(
      name, before_revision, limit, [&](const DecodedVersion& version) {
        newest_first.push_back(
            {std::string(name), version.head, std::string(version.value)});
      }));
  return newest_first;
}

absl::StatusOr<std::vector<ExplainedHead>> RocksDbReader::ListHeads(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  std::vector<ExplainedHead> newest_first;
  std::vector<int64_t> revisions;
  RETURN_IF_ERROR(VisitVersions(name, before_revision, limit,
                                [&](const DecodedVersion& version) {
                                  newest_first.push_back({version.head, {}});
                                  revisions.push_back(version.head.revision);
                                }));
  ASSIGN_OR_RETURN(std::vector<LogEntry> entries, ReadLogEntries(revisions));
  for (size_t i = 0; i < entries.size(); ++i)
    newest_first[i].entry = std::move(entries[i]);
  return newest_first;
}

absl::StatusOr<RecordVersion> RocksDbReader::ToRecordVersion(
    absl::string_view name, int64_t revision, absl::string_view bytes) {
  ASSIGN_OR_RETURN(const DecodedVersion decoded,
                   Stored(name, DecodeVersion(revision, bytes)));
  return RecordVersion{std::string(name), decoded.head,
                       std::string(decoded.value)};
}

absl::StatusOr<RecordVersion> RocksDbReader::ReadVersion(
    absl::string_view name, int64_t revision) const {
  rocksdb::PinnableSlice bytes;
  const rocksdb::Status status =
      files_.db().Get(rocksdb::ReadOptions(), files_.versions(),
                      EncodeVersionKey(name, revision), &bytes);
  if (!status.ok()) return ReadError(status, name);
  return ToRecordVersion(name, revision, ToView(bytes));
}

absl::StatusOr<std::optional<RecordVersion>> RocksDbReader::FindVersionAt(
    absl::string_view name, int64_t at_revision) const {
  ASSIGN_OR_RETURN(
      std::vector<RecordVersion> newest,
      ListVersions(name, at_revision + 1, {.count_max = 1, .bytes_max = 0}));
  if (newest.empty()) return std::optional<RecordVersion>();
  return std::optional<RecordVersion>(std::move(newest.front()));
}

}  // namespace compendium::registry
