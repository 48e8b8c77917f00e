// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/rocksdb_reader.h"

#include <rocksdb/db.h>

#include <limits>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/head_walk.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

absl::Status Missing(absl::string_view what) {
  return ReadError(rocksdb::Status::NotFound(), what);
}

}  // namespace

// The newest version up to `at_revision`; nullopt when there is none.
absl::StatusOr<std::optional<StoredHead>> RocksDbReader::FindStoredHead(
    absl::string_view name, int64_t at_revision) const {
  HeadWalk walk(files_);
  RETURN_IF_ERROR(walk.ToVersion(name, at_revision));
  if (walk.at_end() || walk.name() != name) return std::optional<StoredHead>();
  ASSIGN_OR_RETURN(const StoredHead stored, walk.head());
  return std::optional<StoredHead>(stored);
}

absl::StatusOr<std::optional<RecordHead>> RocksDbReader::FindHead(
    absl::string_view name) const {
  ASSIGN_OR_RETURN(const std::optional<StoredHead> stored,
                   FindStoredHead(name, std::numeric_limits<int64_t>::max()));
  if (!stored.has_value()) return std::optional<RecordHead>();
  return std::optional<RecordHead>(stored->head);
}

absl::StatusOr<RecordHead> RocksDbReader::ReadHeadAt(absl::string_view name,
                                                     int64_t revision) const {
  ASSIGN_OR_RETURN(const std::optional<StoredHead> stored,
                   FindStoredHead(name, revision));
  if (!stored.has_value() || stored->head.revision != revision)
    return Missing(name);
  return stored->head;
}

absl::Status RocksDbReader::VisitHeads(
    absl::string_view prefix,
    const std::function<bool(absl::string_view, const RecordHead&)>& visit)
    const {
  HeadWalk walk(files_);
  RETURN_IF_ERROR(walk.ToName(prefix));
  while (!walk.at_end() && absl::StartsWith(walk.name(), prefix)) {
    ASSIGN_OR_RETURN(const StoredHead stored, walk.head());
    if (!visit(walk.name(), stored.head)) break;
    RETURN_IF_ERROR(walk.NextName());
  }
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
  ASSIGN_OR_RETURN(const std::optional<StoredHead> stored,
                   FindStoredHead(name, at_revision));
  if (!stored.has_value()) return NoVersionError(name, at_revision);
  return ReadVersion(name, *stored);
}

absl::StatusOr<ListPage> RocksDbReader::List(const ListQuery& query) const {
  ListPage page;
  ReadLimiter limiter(query.limit);
  HeadWalk walk(files_);
  RETURN_IF_ERROR(query.after_name < query.prefix
                      ? walk.ToName(query.prefix)
                      : walk.PastName(query.after_name));
  std::string visited_last;
  size_t visited_count = 0;
  while (!walk.at_end() && absl::StartsWith(walk.name(), query.prefix)) {
    if (visited_count++ >= query.limit.visited_max) {
      page.continue_after = std::move(visited_last);
      break;
    }
    const std::string name(walk.name());
    visited_last = name;
    if (absl::EndsWith(name, query.suffix)) {
      if (walk.revision() > query.at_revision) {
        RETURN_IF_ERROR(walk.ToVersion(name, query.at_revision));
        if (walk.at_end() || walk.name() != name) continue;  // created later
      }
      ASSIGN_OR_RETURN(const StoredHead stored, walk.head());
      if (!stored.head.deleted() || query.show_deleted) {
        if (!limiter.Take(name.size() + stored.value_size)) {
          page.continue_after = page.records.back().name;
          break;
        }
        ASSIGN_OR_RETURN(RecordVersion version, ReadVersion(name, stored));
        page.records.push_back(std::move(version));
      }
    }
    RETURN_IF_ERROR(walk.NextName());
  }
  return page;
}

// The versions below `before_revision`, newest first, as many as fit the limit.
absl::StatusOr<std::vector<StoredHead>> RocksDbReader::ListStoredHeads(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  std::vector<StoredHead> newest_first;
  if (before_revision <= 1) return newest_first;
  ReadLimiter limiter(limit);
  HeadWalk walk(files_);
  RETURN_IF_ERROR(walk.ToVersion(name, before_revision - 1));
  while (!walk.at_end() && walk.name() == name && !limiter.full()) {
    ASSIGN_OR_RETURN(const StoredHead stored, walk.head());
    if (!limiter.Take(name.size() + stored.value_size)) break;
    newest_first.push_back(stored);
    RETURN_IF_ERROR(walk.Next());
  }
  return newest_first;
}

absl::StatusOr<std::vector<RecordVersion>> RocksDbReader::ListVersions(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  ASSIGN_OR_RETURN(const std::vector<StoredHead> heads,
                   ListStoredHeads(name, before_revision, limit));
  std::vector<RecordVersion> newest_first;
  newest_first.reserve(heads.size());
  for (const StoredHead& stored : heads) {
    ASSIGN_OR_RETURN(RecordVersion version, ReadVersion(name, stored));
    newest_first.push_back(std::move(version));
  }
  return newest_first;
}

absl::StatusOr<std::vector<ExplainedHead>> RocksDbReader::ListHeads(
    absl::string_view name, int64_t before_revision,
    const ReadLimit& limit) const {
  ASSIGN_OR_RETURN(const std::vector<StoredHead> heads,
                   ListStoredHeads(name, before_revision, limit));
  std::vector<int64_t> revisions;
  revisions.reserve(heads.size());
  for (const StoredHead& stored : heads)
    revisions.push_back(stored.head.revision);
  ASSIGN_OR_RETURN(std::vector<LogEntry> entries, ReadLogEntries(revisions));
  std::vector<ExplainedHead> newest_first;
  newest_first.reserve(heads.size());
  for (size_t i = 0; i < heads.size(); ++i)
    newest_first.push_back({heads[i].head, std::move(entries[i])});
  return newest_first;
}

absl::StatusOr<RecordVersion> RocksDbReader::ReadVersion(
    absl::string_view name, const StoredHead& stored) const {
  rocksdb::PinnableSlice value;
  const rocksdb::Status status =
      files_.db().Get(rocksdb::ReadOptions(), files_.values(),
                      EncodeValueKey(stored.head.revision, name), &value);
  if (!status.ok()) return ReadError(status, name);
  return ToRecordVersion(name, stored, ToView(value));
}

absl::StatusOr<RecordVersion> RocksDbReader::ToRecordVersion(
    absl::string_view name, const StoredHead& stored, absl::string_view value) {
  if (value.size() != stored.value_size)
    return DamagedError(name, absl::StrCat("got a value of ", value.size(),
                                           " bytes, want ", stored.value_size));
  return RecordVersion{std::string(name), stored.head, std::string(value)};
}

}  // namespace compendium::registry
