// SPDX-License-Identifier: Apache-2.0
// Every limit of the registry, with its reason. A request that passes one is
// told which.
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"

namespace compendium::registry {

// What a gRPC client accepts unless it is told otherwise; nothing that is sent
// may be larger.
inline constexpr size_t kMessageBytesMax = size_t{4} << 20;

// One serialized record. The largest questionnaire of 2016 takes 70 KB; ten
// times that leaves room for long answers and their verbatim copies.
inline constexpr size_t kRecordBytesMax = size_t{1} << 20;

// The records of one page or batch, before names and output-only fields, for
// which the rest of the message leaves room.
inline constexpr size_t kPageBytesMax = size_t{3} << 20;

// Name, etag, revision, three times and their tags.
inline constexpr size_t kRecordOverheadBytesMax = 512;

// Pages of records, of versions and of log entries.
inline constexpr int kPageCountDefault = 50;
inline constexpr int kLogPageCountDefault = 100;
inline constexpr int kPageCountMax = 1000;

// Names of one BatchGet; also said by the contract.
inline constexpr size_t kBatchCountMax = 100;

// Questionnaires that one request reads to see whether mentions exist, or whose
// findings are listed: thirty times as many as a round has mechanisms, and half
// a second of reading.
inline constexpr size_t kRoundRecordsMax = 1000;

// And what they hold at once: thirty times the round of 2016.
inline constexpr size_t kRoundRecordsBytesMax = size_t{32} << 20;

// How often a write without etag reads again because one with an etag was
// faster. Those without wait for one another, so this takes as many others that
// each knew the latest version just in time.
inline constexpr int kWriteAttemptsMax = 100;

// Writes without etag of one record that wait for one another: at a synced
// write each, seconds. And what all that wait hold in memory: as much as the
// commit queue takes.
inline constexpr size_t kWritesInLineMax = 2000;
inline constexpr size_t kWritesInLineBytesMax = size_t{128} << 20;

// Open watches: at 40 KB each, client's side included, 400 MB.
inline constexpr size_t kWatchersMax = 10000;

// One message of a snapshot: large enough to be cheap, small enough that
// reading it does not keep live watchers waiting and that 1,000 slow readers
// hold 64 MB.
inline constexpr size_t kSnapshotPartBytesMax = size_t{64} << 10;
inline constexpr size_t kSnapshotPartCountMax = 1000;

// How far the feed reads ahead for watchers that catch up.
inline constexpr size_t kFeedReadCountMax = 64;
inline constexpr size_t kFeedReadBytesMax = size_t{128} << 10;

// Encoded changes that watchers share: at 8 KB some 2,000 revisions, which is
// how far apart live watchers may be without reading the store again.
inline constexpr size_t kFeedCacheBytesMax = size_t{16} << 20;

// Latest versions that are answered from memory: at 8 KB some 15,000.
inline constexpr size_t kRecordCacheBytesMax = size_t{128} << 20;

// Last changes that are read from memory, so that a watcher that keeps up needs
// no disk: as many as one batch writes. At 8 KB 2 MB, mostly shared with the
// latest versions.
inline constexpr size_t kRecentChangesMax = 256;
inline constexpr size_t kRecentChangesBytesMax = size_t{16} << 20;

// Live watchers that the thread that commits serves by itself, such as the one
// of the reporting worker: it saves each write a wake-up. With more the caller
// of the write would notice how long he waits for others.
inline constexpr size_t kWatchersServedOnCommitMax = 8;

// Changes that the feed tests against one watcher's filter before it turns to
// the next watcher.
inline constexpr size_t kFeedTurnCountMax = 1024;

// How long a watch may be silent; also said by the contract.
inline constexpr absl::Duration kProgressIntervalDefault = absl::Seconds(10);
inline constexpr absl::Duration kProgressIntervalMin = absl::Milliseconds(100);
inline constexpr absl::Duration kProgressIntervalMax = absl::Hours(1);

// After changes that a filter left out, a bookmark follows this soon, so that a
// reader of little does not fall behind; never more often.
inline constexpr absl::Duration kSkipProgressInterval = absl::Seconds(1);

// Readers of the feed that GetRegistryStatus names; also said by the contract.
inline constexpr size_t kStatusWatcherCountMax = 100;

static_assert(kRecordBytesMax < kPageBytesMax,
              "a page must hold the largest record");
static_assert(kPageBytesMax + kPageCountMax * kRecordOverheadBytesMax <=
                  kMessageBytesMax,
              "a full page must fit into a message");
static_assert(kSnapshotPartBytesMax + kRecordBytesMax +
                      kSnapshotPartCountMax * kRecordOverheadBytesMax <=
                  kMessageBytesMax,
              "a part of a snapshot must fit into a message");
static_assert(kRoundRecordsBytesMax >= kPageBytesMax,
              "a round is read in pages");
static_assert(kBatchCountMax <= kPageCountMax, "a batch is framed like a page");

}  // namespace compendium::registry
