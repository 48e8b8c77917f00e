// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// The version of data/theme_words.csv: it grows with every change of the table,
// because equal words then may give other themes. The themes themselves are the
// framework `themes`, with a version of their own.
inline constexpr absl::string_view kThemeWordsVersion = "1";

// Most themes of one focus area (FocusArea.themes).
inline constexpr size_t kThemesMax = 8;

// What a focus area is about: the codes of the framework `themes` that its
// words name, in the order of the words, each once, at most kThemesMax. Only
// the phrases of data/theme_words.csv count, compared as PhraseIndex does;
// where none stands nothing is guessed and the result is empty. A code that is
// named beside its parent stays beside it: "irregular migration and smuggling"
// is about both. Linear; any thread.
std::vector<std::string> ThemesOf(absl::string_view focus_area_as_written);

}  // namespace compendium
