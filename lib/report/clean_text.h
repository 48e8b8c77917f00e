// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// `text` (UTF-8) so that every format can carry it and it stays within its
// place, whoever wrote it:
//  - lines end with "\n", whether they ended with CR, CRLF or U+2028/9 before;
//  - other controls, and what XML has no place for, are U+FFFD: seen, not
//    obeyed;
//  - marks that turn the direction of writing (U+202A to U+202E, U+2066 to
//    U+2069) are closed where their line ends; one that closes nothing is left
//    out, because it would close what is around the text.
// A writer still escapes it. Linear; any thread.
std::string CleanText(absl::string_view text);

// The same on one line: each line end is a blank.
std::string CleanLine(absl::string_view text);

}  // namespace compendium
