// SPDX-License-Identifier: Apache-2.0
// Whatever the reader takes, it must read again from what the writer makes of
// it, and get the same.
#include <cstddef>
#include <cstdint>

#include "cli/import/round_file.h"
#include "lib/base/status_macros.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto parsed = compendium::ParseRoundFile(text, "fuzz.json");
  if (!parsed.ok()) return 0;
  const auto written = compendium::WriteRoundFile(*parsed);
  CHECK(written.ok());
  const auto again = compendium::ParseRoundFile(*written, "written.json");
  CHECK(again.ok());
  const auto rewritten = compendium::WriteRoundFile(*again);
  CHECK(rewritten.ok());
  CHECK(*rewritten == *written);
  return 0;
}
