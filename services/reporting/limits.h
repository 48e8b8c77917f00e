// SPDX-License-Identifier: Apache-2.0
// Every limit of the reporting worker with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"

namespace compendium::reporting {

// Told events of one country that are compared with each other: a run in which
// the days of each meet those of another. Thirty mechanisms name some ten
// meetings in a month, worldwide: a run of this length would be ten years of
// all of them in one country. Far above that, equal titles prove nothing, and
// comparing all pairs would take long. Beyond it every told event stands alone.
inline constexpr size_t kComparedEventsMax = 2000;

// Days between first and last of a told event that is compared with others. A
// meeting is told with some days or months; what takes longer than a year is a
// programme. Whoever looks for what overlaps a day need not look back further.
inline constexpr int kComparedDaysMax = 366;

// Titles of one told event that are compared; the first different ones. A
// questionnaire tells of an event under each of its questions at most, and no
// form has more than these that ask for meetings.
inline constexpr size_t kComparedTitlesMax = 8;

// Mentions that the events of one calendar answer may have. Fifty years of
// today's compendia hold some 15,000; an answer of this size is already 20 MB.
// A narrower round, mechanism or time helps.
inline constexpr size_t kMentionsMax = 20000;

// Mentions of participants that the questionnaires of one participation answer
// may hold. Fifty years of today's compendia hold some 30,000; an answer of
// this size is already 12 MB. A narrower round, mechanism or State helps.
inline constexpr size_t kParticipantMentionsMax = 100000;

// Days that an event may be on and still clash with others. A form that leaves
// a meeting's days open names a month, or two ("August/September"): 62 at most.
// A season or a year says nothing about a day, and what lasts so long is a
// programme: each would clash with everything, and hide what does clash.
inline constexpr int kClashDaysMax = 62;

// Pairs of events that are compared for one answer about clashes. Each takes
// about a microsecond. In a round some thirty mechanisms name 300 events, of
// which one meets the days of fifteen: fifty years of them are 250,000 pairs.
inline constexpr size_t kComparedPairsMax = 2'000'000;

// Clashes of one answer. The round of 2016 has 65 with fourteen questionnaires;
// nobody reads this many, and with fifty common States each they are 50 MB. A
// narrower round, mechanism, State or time helps.
inline constexpr size_t kClashesMax = 5000;

// Projects or publications of one answer. Fifty years of today's compendia hold
// some 2,500 of either.
inline constexpr size_t kListedItemsMax = 20000;

// The largest answer. Below what a response may have (lib/rpc/limits.h; tied
// to it in endpoint/answers.cc), because the tags between the items are not
// counted.
inline constexpr size_t kAnswerBytesMax = size_t{60} << 20;

// Text of an answer that tells nothing, such as "N/A" or "See point 2", as far
// as it is kept: the longest of 2016 has 131 bytes, and a person may set such a
// state on an answer of any length.
inline constexpr size_t kUntellingTextBytesMax = 1024;

// What a report says, before it is written in a format: an answer of the
// largest size, and what stands beside it. The compendium of 2016 is 0.2 MB and
// its overview 0.4 MB; fifty mechanisms with records as large as may be (1 MiB)
// still fit.
inline constexpr size_t kReportBytesMax = size_t{64} << 20;

// Requests that wait for a revision at one time. Each holds a call's memory
// (some 10 KB) and nothing else.
inline constexpr size_t kWaitersMax = 1000;

// Snapshots of the past in memory. Between two of them the changes are read and
// applied once more: of 100,000 revisions 256 at most, some 60 ms. Each costs
// what changed since the one before.
inline constexpr size_t kKeptSnapshotsMax = 512;

// Requests for the past that wait while one is answered. With 60 ms each the
// last waits four seconds.
inline constexpr size_t kPastReadsMax = 64;

// Revisions between the two of a diff. A round is collected and curated with a
// few thousand; each is read once more and looked at, a tenth of a millisecond,
// where it changes events of a large round some more. Whoever has more compares
// in steps.
inline constexpr int64_t kDiffRevisionsMax = 20000;

// Revisions that are told of one cell: who wants to know why a figure changed
// reads the last ones. And records that are told of one revision.
inline constexpr int kCellRevisionsMax = 100;
inline constexpr int kRevisionNamesMax = 10;

// Cells of one diff. A round of fifty mechanisms has some 5,000 of all kinds.
inline constexpr size_t kChangedCellsMax = 50000;

// Diffs that wait while the changes of another are read: some of them seconds.
inline constexpr size_t kHistoryReadsMax = 16;

// How long a request may wait for a revision, whatever its deadline is: the
// contract in reporting_service.proto.
inline constexpr absl::Duration kWaitMax = absl::Seconds(30);

// The largest checkpoint. 100,000 questionnaires make some 400 MB. The file is
// held in memory once while it is read, beside the state that grows from it,
// and once while it is written, beside the snapshot that it is made from.
inline constexpr size_t kCheckpointBytesMax = size_t{2} << 30;

// One record within a checkpoint; protobuf reads no larger message.
inline constexpr uint32_t kCheckpointRecordBytesMax = 64u << 20;
static_assert(kCheckpointRecordBytesMax < kCheckpointBytesMax);

// The id of a store that is followed; the registry's has 32 characters.
inline constexpr uint32_t kStoreIdBytesMax = 64;

// The hash of a log entry: SHA-256.
inline constexpr size_t kLogHashBytes = 32;

}  // namespace compendium::reporting
