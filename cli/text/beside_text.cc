// SPDX-License-Identifier: Apache-2.0
#include "cli/text/beside_text.h"

#include "absl/strings/str_cat.h"
#include "lib/words/display_width.h"

namespace compendium {

void AppendBeside(const std::string& begin, absl::string_view text,
                  size_t width, std::string& out) {
  const size_t indent = DisplayWidth(begin);
  std::string before = begin;
  for (const std::string& line : WrapText(Printable(text), width - indent)) {
    absl::StrAppend(&out, before, line, "\n");
    before.assign(indent, ' ');
  }
}

}  // namespace compendium
