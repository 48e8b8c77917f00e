// SPDX-License-Identifier: Apache-2.0
// Any bytes have a format or are refused with words, and what is UTF-16 becomes
// UTF-8 or is refused.
#include <cstddef>
#include <cstdint>

#include "lib/base/status_macros.h"
#include "lib/document/characters.h"
#include "lib/document/file_format.h"
#include "lib/document/ordinary_text.h"
#include "lib/document/text_encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto format = compendium::RecognizeFormat(text);
  CHECK(format.ok() || !format.status().message().empty());
  CHECK(!compendium::GuessEncoding(text).empty());
  if (compendium::HasUtf16Mark(text)) {
    const auto converted = compendium::FromUtf16(text);
    if (converted.ok())
      CHECK(!compendium::FindInvalidUtf8(*converted).has_value());
  }
  if (!compendium::FindInvalidUtf8(text).has_value()) {
    const std::string ordinary = compendium::OrdinaryText(text);
    CHECK(!compendium::FindInvalidUtf8(ordinary).has_value());
    CHECK(compendium::OrdinaryText(ordinary) == ordinary);
  }
  return 0;
}
