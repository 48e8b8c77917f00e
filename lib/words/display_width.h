// SPDX-License-Identifier: Apache-2.0
// How much room text takes on a terminal, and how to make it safe to print.
// All texts are UTF-8; a byte that is not counts as one column.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// Columns that `text` takes: none for combining marks, two for the wide
// characters of East Asia and for pictures, one for everything else. An
// approximation of Unicode TR 11 that suits the languages of the records.
size_t DisplayWidth(absl::string_view text);

// `text` without anything that a terminal would obey: control characters and
// marks that reverse the direction become U+FFFD, and so do bytes that are not
// UTF-8. Tabs become spaces; line ends stay. Records come from strangers, and
// an escape sequence in an answer must not repaint the reader's screen.
std::string Printable(absl::string_view text);

// `text` on one line of at most `width` columns: white space runs become one
// space, what is too long ends in "…". Printable.
std::string Excerpt(absl::string_view text, size_t width);

// The lines of `text`, none wider than `width` (at least 2), broken between
// words; a word that is wider than that is broken where it must. Line ends of
// the text stay. At least one line, which may be empty.
std::vector<std::string> WrapText(absl::string_view text, size_t width);

// The same with each line ended: a paragraph for people.
std::string Paragraph(absl::string_view text, size_t width);

}  // namespace compendium
