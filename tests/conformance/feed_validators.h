// SPDX-License-Identifier: Apache-2.0
// The promises of the feed as functions over what was delivered and what the
// log holds. Used at every level: on the feed itself, in simulation, over gRPC
// and across crashes. Each returns OK, or says what breaks the promise where.
//
// A stream that begins with a snapshot promises nothing about changes before
// the snapshot's end; everything below counts from there.
#pragma once

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "tests/conformance/delivered_message.h"

namespace compendium::tests {

// Revisions of changes rise, from above the start.
absl::Status CheckOrdered(const DeliveredStream& stream);

// No revision comes twice.
absl::Status CheckUnique(const DeliveredStream& stream);

// Each change is one revision of the log, whole: its records and no others, as
// that revision wrote them.
absl::Status CheckAtomic(const DeliveredStream& stream, const TrueLog& log);

// Between the start and the last change or progress nothing that fits the
// filter is missing, and nothing came that does not fit.
absl::Status CheckReliable(const DeliveredStream& stream, const TrueLog& log);

// After a progress message for a revision no change up to it comes; progress
// never goes back nor beyond the log.
absl::Status CheckBookmarkable(const DeliveredStream& stream,
                               const TrueLog& log);

// Streams of one reader, each begun after the last change, progress or
// snapshot end that the one before had delivered, are together one ordered,
// unique and reliable stream.
absl::Status CheckResumable(absl::Span<const DeliveredStream> streams,
                            const TrueLog& log);

// The snapshot at the beginning of a stream is the state of the log at its
// revision, deleted records included, each once and in the order of names;
// count and checksum fit; only changes above it follow. OK when the stream
// ended before the snapshot did, or begins with none.
absl::Status CheckSnapshot(const DeliveredStream& stream, const TrueLog& log);

// All of the above.
absl::Status CheckFeed(absl::Span<const DeliveredStream> streams,
                       const TrueLog& log);

// After which revision a reader of `stream` goes on; nothing when it has to
// begin with a snapshot again.
std::optional<int64_t> ResumePoint(const DeliveredStream& stream);

}  // namespace compendium::tests
