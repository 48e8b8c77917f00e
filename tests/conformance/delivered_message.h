// SPDX-License-Identifier: Apache-2.0
// What a watch delivered and what the log holds, as plain values that the
// validators compare.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/store.h"

namespace compendium::tests {

// A record as a message shows it.
struct DeliveredRecord {
  std::string name;
  int64_t revision = 0;  // the record's own field
  friend bool operator==(const DeliveredRecord& a,
                         const DeliveredRecord& b) = default;
};

// A WatchResponse.
struct DeliveredMessage {
  enum class Kind { kSnapshotPart, kSnapshotEnd, kChange, kProgress };
  Kind kind = Kind::kProgress;
  int64_t revision = 0;  // absent from a part of a snapshot
  std::vector<DeliveredRecord> records = {};  // of a change or a part
  int64_t record_count = 0;                   // of a snapshot's end
  std::string sha256 = {};                    // of a snapshot's end
};

// One stream, from its start to wherever it ended.
struct DeliveredStream {
  std::optional<int64_t> after_revision = {};  // absent: with a snapshot
  std::vector<std::string> name_prefixes = {};
  std::vector<DeliveredMessage> messages = {};
};

// A revision as it is in the log.
struct TrueRevision {
  int64_t revision = 0;
  std::vector<std::string> names = {};
};

// The log from revision 1 on.
using TrueLog = std::vector<TrueRevision>;

// Decodes a serialized WatchResponse; INVALID_ARGUMENT when it is none, or when
// a change names a record otherwise than the record names itself.
absl::StatusOr<DeliveredMessage> DecodeWatchResponse(absl::string_view bytes);

// The whole log of a store.
TrueLog ReadTrueLog(const registry::Store& store);

}  // namespace compendium::tests
