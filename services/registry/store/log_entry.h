// SPDX-License-Identifier: Apache-2.0
// The bytes of the change log, and the chain of hashes that proves it was not
// altered. Links no storage engine, so that clients can verify a history.
//
// A payload is one message in protobuf's wire format, which any language reads:
//
//   message LogPayload {
//     int64 revision = 1;             // 1 or more
//     int64 commit_time_us = 2;       // microseconds since 1970-01-01T00:00Z
//     string author = 3;
//     string reason = 4;
//     string request_id = 5;
//     bytes request_fingerprint = 6;  // absent without request_id
//     repeated LoggedRecord records = 7;  // at least one
//   }
//   message LoggedRecord {
//     string name = 1;
//     uint32 kind = 2;         // 1 created, 2 updated, 3 deleted, 4 undeleted
//     bytes value_sha256 = 3;  // 32 bytes
//   }
//
// It is canonical: fields in the order of their numbers, zero and empty ones
// left out, varints as short as they can be, nothing else. One entry thus has
// one encoding, and the hash of an entry does not depend on who wrote it.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// The size of every hash of the log: SHA-256.
inline constexpr size_t kHashBytes = 32;

// What stands for the predecessor's hash in that of revision 1: 32 zero bytes.
std::string FirstPreviousHash();

// The payload of an entry; its `payload` and `hash` are not looked at.
std::string EncodeLogPayload(const LogEntry& entry);

// The entry that `payload` encodes, without a hash. DATA_LOSS, with the place,
// for anything but what EncodeLogPayload writes.
absl::StatusOr<LogEntry> DecodeLogPayload(absl::string_view payload);

// The hash of the entry that follows the one whose hash is `previous_hash`:
// SHA-256 of the previous hash and the payload.
std::string ChainHash(absl::string_view previous_hash,
                      absl::string_view payload);

// Whether `entry` is entry number `revision` and its hash continues the chain
// after `previous_hash`; DATA_LOSS when not.
absl::Status CheckLink(const LogEntry& entry, int64_t revision,
                       absl::string_view previous_hash);

// Whether `values` are those of the records that `entry` names, in its order;
// DATA_LOSS when not.
absl::Status CheckValues(const LogEntry& entry,
                         absl::Span<const std::string> values);

}  // namespace compendium::registry
