// SPDX-License-Identifier: Apache-2.0
// Whatever the reader takes, in either syntax, it must read again from what the
// writer makes of it, and get the same.
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "lib/document/round_file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const auto syntax : {compendium::RoundFileSyntax::kJson,
                            compendium::RoundFileSyntax::kTextproto}) {
    const auto parsed = compendium::ParseRoundFile(text, syntax, "fuzz");
    if (!parsed.ok()) continue;
    const auto written = compendium::WriteRoundFile(*parsed, syntax);
    if (!written.ok()) continue;  // an escape made what is no UTF-8
    const auto again = compendium::ParseRoundFile(*written, syntax, "written");
    CHECK(again.ok());
    const auto rewritten = compendium::WriteRoundFile(*again, syntax);
    CHECK(rewritten.ok());
    CHECK(*rewritten == *written);
  }
  return 0;
}
