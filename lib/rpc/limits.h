// SPDX-License-Identifier: Apache-2.0
// Limits of the wire that servers and clients must agree about.
#pragma once

#include <cstddef>

#include "absl/time/time.h"

namespace compendium {

// Largest request: twice the largest record, of 1 MiB (the registry asserts
// it), so that one that is too large is told by how much and not cut off here.
inline constexpr int kRequestBytesMax = 2 << 20;

// Largest response: reports and pages hold many records.
inline constexpr int kResponseBytesMax = 64 << 20;
static_assert(kResponseBytesMax >= kRequestBytesMax,
              "what was written must be readable");

// Largest metadata of a request or response, both ways. Our own errors keep
// below the 8 KiB that foreign clients take.
inline constexpr int kMetadataBytesMax = 16 << 10;

// What gRPC may hold for all connections of a server: requests that wait for
// the disk (256 MiB, in the commit queue and in front of it), 10,000 watches at
// 40 KB, and as much again. Beyond it gRPC reads no more and ends idle
// connections instead of letting the machine run out of memory.
inline constexpr size_t kServerBytesMax = size_t{1} << 30;

// Calls at once on one connection. Watches last for ever and all watches of a
// process share a connection, so the limit is far above the 2,000 watchers that
// we promise to serve; what passes it waits in the client.
inline constexpr int kStreamCountMax = 10'000;

// A client pings a silent connection this often, so that it notices a server
// that vanished without closing, and waits this long for the answer.
inline constexpr absl::Duration kPingInterval = absl::Seconds(30);
inline constexpr absl::Duration kPingTimeout = absl::Seconds(10);

// A server ends connections that ping more often than this (GOAWAY,
// too_many_pings).
inline constexpr absl::Duration kPingIntervalMin = absl::Seconds(10);
static_assert(kPingInterval > kPingIntervalMin,
              "a server must not take our clients' pings for an attack");

// How long an attempt to connect may take.
inline constexpr absl::Duration kConnectTimeout = absl::Seconds(5);

// How long a client waits before it connects again, at first and at most: a
// restarted server is found within seconds, not after gRPC's two minutes.
inline constexpr absl::Duration kReconnectDelayFirst = absl::Milliseconds(100);
inline constexpr absl::Duration kReconnectDelayMax = absl::Seconds(2);

}  // namespace compendium
