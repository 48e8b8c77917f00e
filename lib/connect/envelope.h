// SPDX-License-Identifier: Apache-2.0
// How Connect puts the messages of a stream into a body, one after the other:
//
//   envelope = flags size bytes
//   flags    = one byte: 1 when the bytes are compressed, 2 for what ends the
//              stream; no other bit
//   size     = four bytes, the highest first
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace compendium::connect {

inline constexpr uint8_t kCompressedFlag = 1;
inline constexpr uint8_t kEndStreamFlag = 2;
inline constexpr size_t kEnvelopeHeadBytes = 5;

struct Envelope {
  uint8_t flags = 0;
  absl::string_view bytes;  // of what was parsed
};

std::string MakeEnvelope(uint8_t flags, absl::string_view bytes);

// The one envelope that `body` is: what a client sends to a method that takes
// one message. INVALID_ARGUMENT for none, half of one, more than one, and for
// flags that a client does not send.
absl::StatusOr<Envelope> ParseOnlyEnvelope(absl::string_view body);

}  // namespace compendium::connect
