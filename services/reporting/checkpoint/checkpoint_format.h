// SPDX-License-Identifier: Apache-2.0
// A checkpoint file holds one snapshot:
//
//   file    = magic version state_version store_id revision hash
//             commit_time *record end state file_sum
//   magic   = "CMPDCKPT"
//   version = u32                 ; of this grammar: 3
//   state_version = u32           ; kStateVersion, of what records hold
//   store_id = u32 1*64OCTET      ; the count, then the id
//   revision = u64                ; 1 or more
//   hash    = 32OCTET             ; of the revision's log entry
//   commit_time = u64 u32         ; of the revision: seconds since 1970 UTC in
//                                 ; two's complement, nanoseconds below 10^9
//   record  = kind u32 *OCTET     ; the size, then a message of registry.v1
//   kind    = %x01-07             ; SavedKind
//   end     = %x00
//   state   = 32OCTET             ; Sha256Of(projections)
//   file_sum = 32OCTET            ; SHA-256 of all bytes before it
//
// Integers are unsigned, little-endian. The messages are serialized in the
// order of their field numbers and ordered by kind, then by name (those of
// questionnaires by round, then mechanism): one state at one revision of one
// store has one file. What they hold is what the projections keep, so reading
// a file is applying its records.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/reporting/projection/snapshot.h"

namespace compendium::reporting {

// The file of a snapshot. FAILED_PRECONDITION or RESOURCE_EXHAUSTED for one
// that could not be read again: its store, revision, hash or time of commit is
// not known, or it is too large. What is finer than a nanosecond is cut off.
absl::StatusOr<std::string> EncodeCheckpoint(const Snapshot& snapshot);

// DATA_LOSS for bytes that are damaged. An intact file in another version is
// FAILED_PRECONDITION when it is older, UNIMPLEMENTED when it is newer. What is
// OK is exactly what EncodeCheckpoint makes of the snapshot.
absl::StatusOr<Snapshot> DecodeCheckpoint(absl::string_view bytes);

}  // namespace compendium::reporting
