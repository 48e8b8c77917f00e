// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "absl/strings/string_view.h"
#include "lib/base/status_macros.h"
#include "lib/request/grammar.h"
#include "lib/request/plain_text.h"

// The first byte chooses the grammar, the others are the text. Whatever comes,
// the problem is plain text that may go into an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto grammar = static_cast<compendium::rules::v1::Grammar>(
      data[0] % compendium::rules::v1::Grammar_ARRAYSIZE);
  const absl::string_view text(reinterpret_cast<const char*>(data) + 1,
                               size - 1);
  const auto problem = compendium::GrammarProblem(grammar, text);
  if (problem.has_value())
    CHECK(compendium::FindTextFlaw(*problem).kind ==
          compendium::TextFlaw::Kind::kNone);
  return 0;
}
