// SPDX-License-Identifier: Apache-2.0
#include "lib/connect/envelope.h"

#include "absl/strings/str_cat.h"
#include "lib/base/big_endian.h"

namespace compendium::connect {

std::string MakeEnvelope(uint8_t flags, absl::string_view bytes) {
  std::string envelope;
  envelope.reserve(kEnvelopeHeadBytes + bytes.size());
  envelope += static_cast<char>(flags);
  base::AppendBigEndian(bytes.size(), kEnvelopeHeadBytes - 1, envelope);
  envelope.append(bytes.data(), bytes.size());
  return envelope;
}

absl::StatusOr<Envelope> ParseOnlyEnvelope(absl::string_view body) {
  if (body.size() < kEnvelopeHeadBytes)
    return absl::InvalidArgumentError(absl::StrCat(
        "body: got ", body.size(), " bytes, want one message in an envelope"));
  const auto flags = static_cast<uint8_t>(body[0]);
  if (flags != 0 && flags != kCompressedFlag)
    return absl::InvalidArgumentError(
        absl::StrCat("envelope: got flags ", flags, ", want 0 or 1"));
  const uint64_t size =
      base::FromBigEndian(body.substr(1, kEnvelopeHeadBytes - 1));
  const absl::string_view bytes = body.substr(kEnvelopeHeadBytes);
  if (size != bytes.size())
    return absl::InvalidArgumentError(
        absl::StrCat("envelope: got a message of ", size, " bytes and ",
                     bytes.size(), " after its head, want one message"));
  return Envelope{.flags = flags, .bytes = bytes};
}

}  // namespace compendium::connect
