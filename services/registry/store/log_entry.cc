// SPDX-License-Identifier: Apache-2.0
#include "services/registry/store/log_entry.h"

#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/sha256.h"
#include "lib/base/status_macros.h"
#include "services/registry/store/wire_format.h"

namespace compendium::registry {
namespace {

// Field numbers; frozen, see the grammar in the header.
enum : uint32_t {
  kRevision = 1,
  kCommitTime = 2,
  kAuthor = 3,
  kReason = 4,
  kRequestId = 5,
  kRequestFingerprint = 6,
  kRecords = 7,
};
enum : uint32_t { kName = 1, kKind = 2, kValueSha256 = 3 };

absl::Status Damaged(absl::string_view what) {
  return absl::DataLossError(absl::StrCat("log entry: ", what));
}

std::string EncodeRecord(const LoggedRecord& record) {
  std::string bytes;
  AppendBytesField(kName, record.name, bytes);
  AppendNumberField(kKind, static_cast<uint64_t>(record.kind), bytes);
  AppendBytesField(kValueSha256, record.value_sha256, bytes);
  return bytes;
}

absl::StatusOr<LoggedRecord> DecodeRecord(absl::string_view bytes) {
  LoggedRecord record;
  uint64_t kind = 0;
  WireReader reader(bytes);
  while (!reader.done()) {
    ASSIGN_OR_RETURN(const WireField field, reader.Next());
    if (field.Is(kName, WireField::kBytes)) {
      record.name = std::string(field.bytes);
    } else if (field.Is(kKind, WireField::kNumber)) {
      kind = field.number;
    } else if (field.Is(kValueSha256, WireField::kBytes)) {
      record.value_sha256 = std::string(field.bytes);
    } else {
      return Damaged(absl::StrCat("record: got field ", field.id,
                                  ", want name, kind or value_sha256"));
    }
  }
  if (record.name.empty()) return Damaged("record: got no name");
  if (kind < static_cast<uint64_t>(ChangeKind::kCreated) ||
      kind > static_cast<uint64_t>(ChangeKind::kUndeleted))
    return Damaged(absl::StrCat("record: got kind ", kind, ", want 1 to 4"));
  record.kind = static_cast<ChangeKind>(kind);
  if (record.value_sha256.size() != kHashBytes)
    return Damaged("record: got no value_sha256 of 32 bytes");
  return record;
}

// Puts one field of a payload into `entry`.
absl::Status DecodeField(const WireField& field, LogEntry& entry) {
  if (field.type == WireField::kNumber) {
    if (field.number > uint64_t{std::numeric_limits<int64_t>::max()})
      return Damaged(absl::StrCat("field ", field.id, ": above int64"));
    const auto number = static_cast<int64_t>(field.number);
    if (field.id == kRevision) {
      entry.revision = number;
      return absl::OkStatus();
    }
    if (field.id == kCommitTime) {
      entry.commit_time = absl::FromUnixMicros(number);
      return absl::OkStatus();
    }
  } else {
    switch (field.id) {
      case kAuthor:
        entry.author = std::string(field.bytes);
        return absl::OkStatus();
      case kReason:
        entry.reason = std::string(field.bytes);
        return absl::OkStatus();
      case kRequestId:
        entry.request_id = std::string(field.bytes);
        return absl::OkStatus();
      case kRequestFingerprint:
        entry.request_fingerprint = std::string(field.bytes);
        return absl::OkStatus();
      case kRecords: {
        ASSIGN_OR_RETURN(LoggedRecord record, DecodeRecord(field.bytes));
        entry.records.push_back(std::move(record));
        return absl::OkStatus();
      }
    }
  }
  return Damaged(absl::StrCat("got field ", field.id, " of wire type ",
                              static_cast<int>(field.type),
                              ", want one of the grammar"));
}

}  // namespace

std::string FirstPreviousHash() { return std::string(kHashBytes, '\0'); }

std::string EncodeLogPayload(const LogEntry& entry) {
  std::string payload;
  AppendNumberField(kRevision, static_cast<uint64_t>(entry.revision), payload);
  AppendNumberField(
      kCommitTime, static_cast<uint64_t>(absl::ToUnixMicros(entry.commit_time)),
      payload);
  AppendBytesField(kAuthor, entry.author, payload);
  AppendBytesField(kReason, entry.reason, payload);
  AppendBytesField(kRequestId, entry.request_id, payload);
  if (!entry.request_id.empty())
    AppendBytesField(kRequestFingerprint, entry.request_fingerprint, payload);
  for (const LoggedRecord& record : entry.records)
    AppendBytesField(kRecords, EncodeRecord(record), payload);
  return payload;
}

absl::StatusOr<LogEntry> DecodeLogPayload(absl::string_view payload) {
  LogEntry entry;
  entry.commit_time = absl::UnixEpoch();
  WireReader reader(payload);
  while (!reader.done()) {
    ASSIGN_OR_RETURN(const WireField field, reader.Next());
    RETURN_IF_ERROR(DecodeField(field, entry));
  }
  if (entry.revision < 1) return Damaged("got no revision of 1 or more");
  if (entry.records.empty()) return Damaged("got no record");
  // One comparison finds all other ways to write the same entry: repeated,
  // unordered or empty fields, long varints, a fingerprint without an id.
  if (EncodeLogPayload(entry) != payload)
    return Damaged("its encoding is not the canonical one");
  entry.payload = std::string(payload);
  return entry;
}

std::string ChainHash(absl::string_view previous_hash,
                      absl::string_view payload) {
  return base::Sha256({previous_hash, payload});
}

absl::Status CheckLink(const LogEntry& entry, int64_t revision,
                       absl::string_view previous_hash) {
  if (entry.revision != revision)
    return Damaged(
        absl::StrCat("got revision ", entry.revision, ", want ", revision));
  if (entry.hash != ChainHash(previous_hash, entry.payload))
    return Damaged(absl::StrCat("the hash of revision ", revision,
                                " does not continue the chain"));
  return absl::OkStatus();
}

absl::Status CheckValues(const LogEntry& entry,
                         absl::Span<const std::string> values) {
  if (values.size() != entry.records.size())
    return Damaged(absl::StrCat("revision ", entry.revision, ": got ",
                                values.size(), " values, want ",
                                entry.records.size()));
  for (size_t i = 0; i < values.size(); ++i) {
    if (base::Sha256({values[i]}) != entry.records[i].value_sha256)
      return Damaged(absl::StrCat("revision ", entry.revision,
                                  ": the value of ", entry.records[i].name,
                                  " is not the one that was written"));
  }
  return absl::OkStatus();
}

}  // namespace compendium::registry
