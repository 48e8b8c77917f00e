// SPDX-License-Identifier: Apache-2.0
// Responses made of stored records without parsing them. A stored value is a
// serialized record without its output-only fields; appending those fields
// gives the whole record, because concatenated encodings merge. So what is read
// from a store is framed and copied once, whatever it holds.
//
//   record          = value etag(16) revision(17) create_time(18)
//                     update_time(19) [delete_time(20)]
//   GetResponse     = record(1) revision(2)
//   ListResponse    = *record(1) revision(2) [next_page_token(3)]
//   BatchGetResponse = *record(1) revision(2)
//   WriteResponse   = version(1) revision(2)
//   Change, WatchResponse: see their protos
//
// The bytes equal those that the generated classes serialize.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/registry/store/record.h"

namespace compendium::registry {

// The etag of a version: its revision, quoted as in RFC 9110 §8.8.3.
std::string EtagOf(int64_t revision);

// The revision that `etag` names; INVALID_ARGUMENT naming `field_path` for what
// EtagOf does not return.
absl::StatusOr<int64_t> ParseEtag(absl::string_view etag,
                                  absl::string_view field_path);

// The whole record, as a message of its kind.
std::string EncodeRecord(const RecordVersion& version);

// Get…Response, in three pieces: the value in the middle is that of the
// version, not copied.
struct GetResponsePieces {
  std::string front;
  SharedBytes value;
  std::string back;
};
GetResponsePieces EncodeGetResponse(const RecordVersion& version,
                                    int64_t revision);

// List…Response; with an empty token also BatchGet…Response.
std::string EncodeListResponse(absl::Span<const RecordVersion> versions,
                               int64_t revision,
                               absl::string_view next_page_token);

// Create…Response, Update…Response, Delete…Response and Undelete…Response: the
// version of `name` after the write, and the write's revision.
std::string EncodeWriteResponse(absl::string_view name, const RecordHead& head,
                                int64_t revision);

// WatchResponse with a change, a part of a snapshot, the end of a snapshot or
// progress.
std::string EncodeWatchChange(const LoggedChange& change);
std::string EncodeWatchSnapshotPart(absl::Span<const RecordVersion> versions);
std::string EncodeWatchSnapshotEnd(int64_t revision, int64_t record_count,
                                   absl::string_view sha256,
                                   absl::string_view hash);
std::string EncodeWatchProgress(int64_t revision);

}  // namespace compendium::registry
