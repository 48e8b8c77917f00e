// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "services/registry/record_wire.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const auto revision = compendium::registry::ParseEtag(text, "etag");
  if (revision.ok()) CHECK(compendium::registry::EtagOf(*revision) == text);
  return 0;
}
