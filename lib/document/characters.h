// SPDX-License-Identifier: Apache-2.0
// What single characters of UTF-8 text mean in a document. Pure functions; any
// thread. Positions are in bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// Where `text` stops being UTF-8 (RFC 3629: shortest form, no surrogates, up to
// U+10FFFF); nothing when all of it is. Linear.
std::optional<size_t> FindInvalidUtf8(absl::string_view text);

// The size of the character at `at`, 1 to 4; `text` must be UTF-8.
size_t CharacterSize(absl::string_view text, size_t at);

// The size of the blank character at `at`: spaces of every width, no-break
// ones, tab, line ends, form feed, byte order mark. 0 when it is no blank.
size_t BlankSize(absl::string_view text, size_t at);

// Where the word that starts at `at` ends: at the next blank, or with the text.
size_t WordEnd(absl::string_view text, size_t at);

// The size of the character at `at` if it is drawn only to mark a list item
// (U+2022, U+25AA, U+21D2 …); 0 otherwise. Hyphens and asterisks are no such.
size_t BulletSize(absl::string_view text, size_t at);

// Whether `word` alone at the start of a line marks a list item: one of the
// above, a hyphen, a dash or an asterisk.
bool IsItemMarker(absl::string_view word);

// Whether `word` is the letter that the font Courier New draws as a bullet of
// the second level: "o". It marks an item only as the first word of a line.
bool IsLetterBullet(absl::string_view word);

// Whether `word` is such a number or letter as items carry: "a)", "(iv)", "3.".
bool IsItemNumber(absl::string_view word);

// `text` without blank characters at its ends.
absl::string_view TrimBlanks(absl::string_view text);

// Appends the character `code` to `out`; false, and nothing is appended, when
// it is no character (0, a surrogate, beyond U+10FFFF).
bool AppendCharacter(uint32_t code, std::string& out);

}  // namespace compendium
