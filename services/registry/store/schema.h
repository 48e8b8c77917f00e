// SPDX-License-Identifier: Apache-2.0
// Decides every byte that a key-value engine keeps on disk. Five families of
// keys; `|` joins parts, numbers are big-endian so that they sort, times are
// microseconds since 1970-01-01T00:00Z:
//
//   default   "format"        -> version[4]
//             "last_revision" -> revision[8]
//             "store_id"      -> 32 lower-case hexadecimal digits
//   heads     name            -> revision[8] | facts
//   versions  name | 00 | revision[8] -> facts | size[4] | value[size]
//   log       revision[8]     -> hash[32] | payload (see log_entry.h)
//   requests  request_id      -> revision[8]
//
//   facts = kind[1] | create_revision[8] | create_time[8] | update_time[8]
//
// A version is stored once, under versions, and never again changed; heads
// says which one is the latest. docs/storage_format.md has the invariants.
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
inline constexpr uint32_t kFormatVersion = 1;

// The families; `default` is the one that every engine has.
inline constexpr char kMetaFamily[] = "default";
inline constexpr char kHeadsFamily[] = "heads";
inline constexpr char kVersionsFamily[] = "versions";
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

std::string EncodeHead(const RecordHead& head);
absl::StatusOr<RecordHead> DecodeHead(absl::string_view bytes);

// The key of a version. The name has no zero byte, so no key of one name lies
// between two of another.
std::string EncodeVersionKey(absl::string_view name, int64_t revision);

// The revision in `key` when it is one of `name`; -1 when it is another's.
absl::StatusOr<int64_t> DecodeVersionKey(absl::string_view key,
                                         absl::string_view name);

// What stands before a version's value, which follows as it is: the two are
// apart so that a value need not be copied to be written.
std::string EncodeVersionFront(const RecordHead& head, size_t value_size);

// A decoded version; `value` points into what was decoded.
struct DecodedVersion {
  RecordHead head;
  absl::string_view value;
};

// `revision` is that of the version's key.
absl::StatusOr<DecodedVersion> DecodeVersion(int64_t revision,
                                             absl::string_view bytes);

std::string EncodeLogValue(const LogEntry& entry);

// `revision` is that of the entry's key. Does not check the hash.
absl::StatusOr<LogEntry> DecodeLogValue(int64_t revision,
                                        absl::string_view bytes);

}  // namespace compendium::registry
