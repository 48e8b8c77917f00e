// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// The form under which names of places and bodies are compared: two spellings
// with one key are the same name. Folds what writers vary without meaning
// anything by it, and nothing else, so that Niger never meets Nigeria:
//   - capitals; accents on Latin letters, composed or combining
//   - ligatures (U+FB01) for their letters; soft hyphens and characters without
//     width for nothing
//   - a leading "the"; "&" for "and"
//   - typographic apostrophes, a backtick, an acute accent for U+0027
//   - hyphens and blanks, also no-break ones: runs become one blank, none at
//     the ends
// Other bytes stay as they are, also when they are not UTF-8. Linear.
std::string NameKey(absl::string_view name);

// A still coarser form, for text taken out of a PDF whose extractor lost the
// letters that the font draws as one sign ("par cipants", "informa on",
// "a er"): the NameKey without "ti", "tt", "ft", "fi", "fl", "ff" and without
// blanks. Text that lost them and text that did not have one key. It tells less
// than a NameKey: ask it only where that finds nothing.
std::string LossyNameKey(absl::string_view name);

// The LossyNameKey of a name whose NameKey is known.
std::string WithoutLigatures(absl::string_view key);

}  // namespace compendium
