// SPDX-License-Identifier: Apache-2.0
// Every limit of the reporting worker with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

#include "absl/time/time.h"

namespace compendium::reporting {

// Told events of one country and month that are compared with each other.
// Thirty mechanisms name some ten meetings in a month, worldwide; far above
// that, equal titles prove nothing, and comparing all pairs would take long.
// Beyond it every told event stands alone.
inline constexpr size_t kComparedEventsMax = 2000;

// Titles of one told event that are compared; the first different ones. A
// questionnaire tells of an event under each of its questions at most, and no
// form has more than these that ask for meetings.
inline constexpr size_t kComparedTitlesMax = 8;

// Events that one calendar answer may select, counted for each questionnaire
// that tells of them. Fifty years of today's compendia hold some 15,000; an
// answer of this size is already 20 MB. A narrower round, mechanism or time
// helps.
inline constexpr size_t kSelectedEventsMax = 20000;

// Requests that wait for a revision at one time. Each holds a call's memory
// (some 10 KB) and nothing else.
inline constexpr size_t kWaitersMax = 1000;

// How long a request may wait for a revision, whatever its deadline is: the
// contract in reporting_service.proto.
inline constexpr absl::Duration kWaitMax = absl::Seconds(30);

// The largest checkpoint that is read. 100,000 questionnaires make some
// 400 MB; it is held in memory once while it is read.
inline constexpr size_t kCheckpointBytesMax = size_t{2} << 30;

// One record within a checkpoint; protobuf reads no larger message.
inline constexpr uint32_t kCheckpointRecordBytesMax = 64u << 20;
static_assert(kCheckpointRecordBytesMax < kCheckpointBytesMax);

// The store's id in a checkpoint; the registry's has 32 characters.
inline constexpr uint32_t kStoreIdBytesMax = 64;

}  // namespace compendium::reporting
