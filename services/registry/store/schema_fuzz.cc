// SPDX-License-Identifier: Apache-2.0
// Whatever decodes, encodes to the same bytes; the first byte chooses what.
#include "lib/base/status_macros.h"
#include "services/registry/store/schema.h"

using namespace compendium::registry;  // NOLINT: a program of one function

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const absl::string_view bytes(reinterpret_cast<const char*>(data + 1),
                                size - 1);
  switch (data[0] % 6) {
    case 0:
      if (const auto it = DecodeFormatVersion(bytes); it.ok())
        CHECK(EncodeFormatVersion(*it) == bytes);
      break;
    case 1:
      if (const auto it = DecodeRevision(bytes); it.ok())
        CHECK(EncodeRevision(*it) == bytes);
      break;
    case 2:
      if (const auto it = DecodeHead(258, bytes); it.ok())
        CHECK(EncodeHead(*it) == bytes);
      break;
    case 3:
      if (const auto it = DecodeHeadKey(bytes); it.ok())
        CHECK(EncodeHeadKey(it->name, it->revision) == bytes);
      break;
    case 4:
      if (const auto it = DecodeLogValue(258, bytes); it.ok())
        CHECK(EncodeLogValue(*it) == bytes);
      break;
    case 5:
      if (const auto it = DecodeStoreId(bytes); it.ok()) CHECK(*it == bytes);
      break;
  }
  return 0;
}
