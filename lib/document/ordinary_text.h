// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// `text`, which must be UTF-8, with what typesetting did to it undone, so that
// a word is the same bytes wherever it comes from:
//   - ligatures U+FB00 … U+FB06 become their letters
//   - soft hyphens, zero-width and direction marks go; the joiners U+200C and
//     U+200D, which spelling needs, stay
//   - a letter and its combining accents become one character, where Unicode
//     has one (Latin and Cyrillic)
// Linear. Pure; any thread.
std::string OrdinaryText(absl::string_view text);

}  // namespace compendium
