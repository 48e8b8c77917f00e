// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/connect/envelope.h"
#include "lib/http/gzip.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace connect = compendium::connect;
  const absl::string_view input(reinterpret_cast<const char*>(data), size);
  // What is taken for an envelope must be one.
  const auto envelope = connect::ParseOnlyEnvelope(input);
  if (envelope.ok())
    CHECK(connect::MakeEnvelope(envelope->flags, envelope->bytes) == input);
  constexpr size_t kBytesMax = size_t{1} << 20;
  const auto text = compendium::http::Gunzip(input, kBytesMax);
  if (text.ok()) CHECK(text->size() <= kBytesMax);
  const auto again =
      compendium::http::Gunzip(compendium::http::Gzip(input), kBytesMax);
  CHECK(again.ok() && *again == input);
  return 0;
}
