// SPDX-License-Identifier: Apache-2.0
// Decides every byte that a key-value engine keeps on disk. Five families of
// keys; `|` joins parts, numbers are big-endian so that they sort, times are
// microseconds since 1970-01-01T00:00Z:
//
//   default   "format"        -> version[4]
//             "last_revision" -> revision[8]
//             "store_id"      -> 32 lower-case hexadecimal digits
//   heads     name | 00 | newness[8] -> facts | value_size[4]
//   values    revision[8] | name     -> value
//   log       revision[8]            -> hash[32] | payload (see log_entry.h)
//   requests  request_id             -> revision[8]
//
//   facts   = kind[1] | create_revision[8] | create_time[8] | update_time[8]
//   newness = 2^64 - 1 - revision: the newest version of a name comes first
//
// A version is one key of heads and one of values, written once and never
// changed. Values and the log are in the order in which they are written, so
// that an engine never has to move them. docs/storage_format.md has the
// invariants.
//
// Decoders are strict: anything that an encoder would not write is DATA_LOSS.
// All functions are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// The format that this program reads and writes. A change of any byte above
// takes a new number and a way to read the old one.
inline constexpr uint32_t kFormatVersion = 2;

// The families; `default` is the one that every engine has.
inline constexpr char kMetaFamily[] = "default";
inline constexpr char kHeadsFamily[] = "heads";
inline constexpr char kValuesFamily[] = "values";
inline constexpr char kLogFamily[] = "log";
inline constexpr char kRequestsFamily[] = "requests";

// The keys of the default family.
inline constexpr char kFormatKey[] = "format";
inline constexpr char kLastRevisionKey[] = "last_revision";
inline constexpr char kStoreIdKey[] = "store_id";

std::string EncodeFormatVersion(uint32_t version);
absl::StatusOr<uint32_t> DecodeFormatVersion(absl::string_view bytes);

// Checks that it is one.
absl::StatusOr<std::string> DecodeStoreId(absl::string_view bytes);

// A revision (1 or more), as key of the log and as value of last_revision (0
// for an empty store) and of requests.
std::string EncodeRevision(int64_t revision);
absl::StatusOr<int64_t> DecodeRevision(absl::string_view bytes);

// The key of a version in heads. The name has no zero byte, so no key of one
// name lies between two of another. `revision` is 0 or more: one that wrote no
// version stands before the newest of those before it.
std::string EncodeHeadKey(absl::string_view name, int64_t revision);

// What a key of heads says; `name` points into it.
struct DecodedHeadKey {
  absl::string_view name;
  int64_t revision = 0;
};
absl::StatusOr<DecodedHeadKey> DecodeHeadKey(absl::string_view key);

// A version without its value.
struct StoredHead {
  RecordHead head;
  uint32_t value_size = 0;  // in bytes
};
std::string EncodeHead(const StoredHead& stored);

// `revision` is that of the version's key.
absl::StatusOr<StoredHead> DecodeHead(int64_t revision,
                                      absl::string_view bytes);

// The key of a version in values.
std::string EncodeValueKey(int64_t revision, absl::string_view name);

std::string EncodeLogValue(const LogEntry& entry);

// `revision` is that of the entry's key. Does not check the hash.
absl::StatusOr<LogEntry> DecodeLogValue(int64_t revision,
                                        absl::string_view bytes);

}  // namespace compendium::registry
