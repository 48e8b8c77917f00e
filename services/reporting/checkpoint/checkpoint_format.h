// SPDX-License-Identifier: Apache-2.0
// A checkpoint file holds one snapshot:
//
//   file    = magic version store_id revision *record end state file_sum
//   magic   = "CMPDCKPT"
//   version = u32                 ; 1
//   store_id = u32 *OCTET         ; the count, then the id
//   revision = u64
//   record  = kind u32 *OCTET     ; the size, then a message of registry.v1
//   kind    = %x01-04             ; SavedKind
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

std::string EncodeCheckpoint(const Snapshot& snapshot);

// DATA_LOSS unless the bytes are exactly what EncodeCheckpoint makes of some
// snapshot; UNIMPLEMENTED for a version that this release does not read.
absl::StatusOr<Snapshot> DecodeCheckpoint(absl::string_view bytes);

}  // namespace compendium::reporting
