// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// What a stretch of a text is marked as.
enum class MarkKind { kMeeting, kClaim, kProject, kPublication };

// A stretch of a text that is marked: bytes [begin, end), on character
// boundaries.
struct TextMark {
  size_t begin = 0;
  size_t end = 0;
  std::string label;  // such as "M1"
  MarkKind kind = MarkKind::kMeeting;
};

struct MarkedTextOptions {
  size_t width = 80;  // with the indent; at least 20 more than it
  size_t indent = 0;
  bool colour = false;
};

// The text in lines of at most `width` columns, each ended, with its marks:
// "[M1 Forum on [C1 SDG 10.7]] in Lima". Marks of the same stretch share one
// pair of brackets; where two cross, the label stands at the end too. Colour
// only adds to this: without it, or copied, the text is the same. Marks that
// are empty or pass the text's end are left out. Printable, but for the escape
// sequences of colours.
std::string MarkedText(absl::string_view text, std::vector<TextMark> marks,
                       const MarkedTextOptions& options);

// The label as it stands in a list beside the text.
std::string ColouredLabel(absl::string_view label, MarkKind kind, bool colour);

}  // namespace compendium
