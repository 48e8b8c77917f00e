// SPDX-License-Identifier: Apache-2.0
// Every limit of the HTTP server with its reason.
#pragma once

#include <cstddef>

#include "absl/time/time.h"

namespace compendium::http {

// Request line and header fields together: what gRPC takes as metadata
// (lib/rpc/limits.h). A browser sends less than one KiB.
inline constexpr size_t kHeaderBytesMax = size_t{16} << 10;

// The request line's target. A message in a query grows by a third in base64;
// who has more to ask posts it.
inline constexpr size_t kTargetBytesMax = size_t{8} << 10;
static_assert(kTargetBytesMax < kHeaderBytesMax);

// Parameters of a query: no method has so many fields.
inline constexpr size_t kParametersMax = 64;

// A request's body, also after it was decompressed. Twice what gRPC takes: text
// in JSON grows where it is escaped.
inline constexpr size_t kBodyBytesMax = size_t{4} << 20;

// What is written at once. A client has the write timeout for each such part,
// so one that reads slower than 2 KiB/s is given up, and one that reads a large
// answer steadily is not.
inline constexpr size_t kPartBytes = size_t{64} << 10;

// What is read after an answer that came before its request's end, and how
// long: so much is under way when the answer leaves, and resetting the
// connection would take the answer away from a client that still sends.
inline constexpr size_t kLingerBytesMax = size_t{8} << 20;
inline constexpr absl::Duration kLingerTimeout = absl::Seconds(2);

// Shorter than this a text is not compressed: it fits one packet anyhow.
inline constexpr size_t kCompressedBytesMin = 1024;

// Addresses whose rate is known at once, each some 100 bytes. When there are
// more, those that have been silent longest are forgotten.
inline constexpr size_t kAddressesMax = 65'536;

// What an operator or a test may set otherwise.
struct Limits {
  // All connections: some 10 KB each, 100 KB with TLS.
  int connections_max = 10'000;
  // Of one address (of one /64 for IPv6): half of all, so that nobody has all
  // by himself. Above the 2,000 that one proxy of a ministry may hold.
  int connections_per_address_max = 5'000;
  // Bodies of requests and responses that are in memory at once, as long as
  // their clients take: many of the usual size, eight of the largest (64 MiB).
  // One address has half of it at most, for the same reason as above.
  size_t held_bytes_max = size_t{512} << 20;
  // Of one address; 0 for as many as it likes. Twice as many in a burst.
  int requests_per_second = 1'000;
  // From a connection's first byte to the end of the header, and from the
  // connection to the end of the handshake: a mobile client has them in two
  // seconds.
  absl::Duration header_timeout = absl::Seconds(10);
  // The body of a request: the largest at 140 KB/s.
  absl::Duration body_timeout = absl::Seconds(30);
  // One part of an answer, kPartBytes.
  absl::Duration write_timeout = absl::Seconds(30);
  // A connection that asks nothing; browsers reuse theirs for a minute.
  absl::Duration idle_timeout = absl::Seconds(60);
};

}  // namespace compendium::http
