// SPDX-License-Identifier: Apache-2.0
// Whatever decodes, encodes to the same bytes.
#include "lib/base/status_macros.h"
#include "services/registry/store/log_entry.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto entry = compendium::registry::DecodeLogPayload(bytes);
  if (entry.ok())
    CHECK(compendium::registry::EncodeLogPayload(*entry) == bytes);
  return 0;
}
