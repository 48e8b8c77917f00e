// SPDX-License-Identifier: Apache-2.0
// The log's half of RocksDbReader.
#include <rocksdb/db.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/read_limiter.h"
#include "services/registry/store/rocksdb_reader.h"
#include "services/registry/store/schema.h"

namespace compendium::registry {
namespace {

// How many revisions are fetched at once at most: enough to share the cost of a
// lookup.
constexpr size_t kChangesPerFetch = 32;

// What stands under each of the keys.
struct Found {
  std::vector<rocksdb::PinnableSlice> values;
  std::vector<rocksdb::Status> statuses;
};
Found FindAll(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* family,
              const std::vector<std::string>& keys) {
  const std::vector<rocksdb::Slice> slices(keys.begin(), keys.end());
  Found found{std::vector<rocksdb::PinnableSlice>(keys.size()),
              std::vector<rocksdb::Status>(keys.size())};
  db.MultiGet(rocksdb::ReadOptions(), family, keys.size(), slices.data(),
              found.values.data(), found.statuses.data());
  return found;
}

}  // namespace

absl::StatusOr<LogEntry> RocksDbReader::FindLogEntry(int64_t revision) const {
  ASSIGN_OR_RETURN(std::vector<LogEntry> entries, ReadLogEntries({revision}));
  return std::move(entries.front());
}

// Fetches one change first, then as many at once as should fit, judged by those
// before: what is read in vain is little, however large the records.
absl::StatusOr<std::vector<LoggedChange>> RocksDbReader::ReadChanges(
    int64_t after_revision, int64_t last_revision,
    const ReadLimit& limit) const {
  std::vector<LoggedChange> changes;
  ReadLimiter limiter(limit);
  size_t bytes = 0;
  size_t fitting = 1;
  while (after_revision < last_revision && !limiter.full()) {
    std::vector<int64_t> revisions;
    const size_t wanted = std::min(
        fitting, std::max<size_t>(limit.count_max, 1) - changes.size());
    while (revisions.size() < wanted && after_revision < last_revision)
      revisions.push_back(++after_revision);
    ASSIGN_OR_RETURN(std::vector<LogEntry> entries, ReadLogEntries(revisions));
    ASSIGN_OR_RETURN(std::vector<LoggedChange> fetched,
                     WithVersions(std::move(entries)));
    for (LoggedChange& change : fetched) {
      if (!limiter.Take(BytesOf(change))) return changes;
      bytes += BytesOf(change);
      changes.push_back(std::move(change));
    }
    const size_t left = limit.bytes_max - std::min(limit.bytes_max, bytes);
    fitting = std::clamp<size_t>(left / (bytes / changes.size() + 1), 1,
                                 kChangesPerFetch);
  }
  return changes;
}

absl::StatusOr<int64_t> RocksDbReader::FindLastLogRevision() const {
  const std::unique_ptr<rocksdb::Iterator> iterator(
      files_.db().NewIterator(rocksdb::ReadOptions(), files_.log()));
  iterator->SeekToLast();
  if (!iterator->status().ok()) return ReadError(iterator->status(), "log");
  if (!iterator->Valid()) return 0;
  return Stored("log", DecodeRevision(ToView(iterator->key())));
}

// The entries of the revisions, which exist, in their order.
absl::StatusOr<std::vector<LogEntry>> RocksDbReader::ReadLogEntries(
    const std::vector<int64_t>& revisions) const {
  std::vector<std::string> keys;
  keys.reserve(revisions.size());
  for (const int64_t revision : revisions)
    keys.push_back(EncodeRevision(revision));
  const Found found = FindAll(files_.db(), files_.log(), keys);
  std::vector<LogEntry> entries;
  for (size_t i = 0; i < revisions.size(); ++i) {
    const std::string what = absl::StrCat("log entry ", revisions[i]);
    if (!found.statuses[i].ok()) return ReadError(found.statuses[i], what);
    ASSIGN_OR_RETURN(
        LogEntry entry,
        Stored(what, DecodeLogValue(revisions[i], ToView(found.values[i]))));
    entries.push_back(std::move(entry));
  }
  return entries;
}

// The entries with the versions that they wrote.
absl::StatusOr<std::vector<LoggedChange>> RocksDbReader::WithVersions(
    std::vector<LogEntry> entries) const {
  std::vector<std::string> head_keys;
  std::vector<std::string> value_keys;
  for (const LogEntry& entry : entries)
    for (const LoggedRecord& record : entry.records) {
      head_keys.push_back(EncodeHeadKey(record.name, entry.revision));
      value_keys.push_back(EncodeValueKey(entry.revision, record.name));
    }
  const Found heads = FindAll(files_.db(), files_.heads(), head_keys);
  const Found values = FindAll(files_.db(), files_.values(), value_keys);
  std::vector<LoggedChange> changes;
  size_t at = 0;
  for (LogEntry& entry : entries) {
    LoggedChange change{std::move(entry), {}};
    for (const LoggedRecord& record : change.entry.records) {
      for (const Found* found : {&heads, &values})
        if (!found->statuses[at].ok())
          return ReadError(found->statuses[at], record.name);
      ASSIGN_OR_RETURN(
          const StoredHead stored,
          Stored(record.name,
                 DecodeHead(change.entry.revision, ToView(heads.values[at]))));
      ASSIGN_OR_RETURN(
          RecordVersion version,
          ToRecordVersion(record.name, stored, ToView(values.values[at])));
      change.versions.push_back(std::move(version));
      ++at;
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace compendium::registry
