// SPDX-License-Identifier: Apache-2.0
// What a store holds, as plain values: versions of records and log entries.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "services/registry/store/shared_bytes.h"

namespace compendium::registry {

// What a change did to a record. The numbers are stored; they equal those of
// compendium.registry.v1.ChangeKind.
enum class ChangeKind : uint8_t {
  kCreated = 1,
  kUpdated = 2,
  kDeleted = 3,
  kUndeleted = 4,
};

// The facts about one version of a record that the store keeps beside its
// content. Times have microsecond precision, in UTC.
struct RecordHead {
  int64_t revision = 0;         // that wrote this version
  int64_t create_revision = 0;  // that created the record
  ChangeKind kind = ChangeKind::kCreated;
  absl::Time create_time = {};
  absl::Time update_time = {};
  bool deleted() const { return kind == ChangeKind::kDeleted; }
};

// One version of one record. `value` is the serialized record message without
// its output-only fields (numbers 16 to 20), deterministic; the store does not
// look into it. A deletion's value is that of the record that was deleted.
struct RecordVersion {
  std::string name;
  RecordHead head;
  SharedBytes value;
};

// One record of a log entry.
struct LoggedRecord {
  std::string name;
  ChangeKind kind = ChangeKind::kCreated;
  std::string value_sha256;  // 32 bytes
};

// One entry of the change log: one revision.
struct LogEntry {
  int64_t revision = 0;
  absl::Time commit_time;
  std::string author;
  std::string reason;
  std::string request_id;
  std::string request_fingerprint;  // empty without request_id
  std::vector<LoggedRecord> records;
  std::string payload;  // the entry as stored and hashed
  std::string hash;     // SHA-256(hash of the entry before, payload), 32 bytes
};

// A version of a record without its value, and the log entry that wrote it.
struct ExplainedHead {
  RecordHead head;
  LogEntry entry;
};

// A log entry with the record versions that it wrote, in its order.
struct LoggedChange {
  LogEntry entry;
  std::vector<RecordVersion> versions;
};

}  // namespace compendium::registry
