// SPDX-License-Identifier: Apache-2.0
// Any bytes are refused or give a text, and the text can be read or refused as
// a compendium. Every third input goes into a frame, for few find one.
#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/status_macros.h"
#include "lib/document/ast_text.h"
#include "lib/document/characters.h"
#include "lib/document/compendium_text.h"
#include "lib/document/coverage_check.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string json(reinterpret_cast<const char*>(bytes), size);
  if (size % 3 != 0) json = absl::StrCat("{\"blocks\":[", json, "]}");
  const auto text = compendium::TextFromAst(json);
  if (!text.ok()) {
    CHECK(!text.status().message().empty());
    return 0;
  }
  CHECK(!compendium::FindInvalidUtf8(*text).has_value());
  const auto parsed = compendium::ParseCompendiumText(
      *text, {.file_name = "fuzz.docx", .round_id = "2016"});
  if (parsed.ok())
    CHECK(compendium::FindCoverageProblem(*text, *parsed).empty());
  return 0;
}
