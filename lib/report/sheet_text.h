// SPDX-License-Identifier: Apache-2.0
// What spreadsheets make of texts and names. Pure functions; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace compendium {

// The longest name of a sheet, in UTF-16 units.
inline constexpr size_t kSheetNameUnitsMax = 31;

// Names for sheets, one for each of `captions` in their order: without what
// Excel does not allow in them, at most 31 UTF-16 units long, and no two alike
// or like "About" when small and capital letters are the same.
std::vector<std::string> SheetNames(const std::vector<std::string>& captions);

// The text of a cell so that a spreadsheet shows it as it is: it reads
// "_x000D_" as the character with that number (ISO/IEC 29500-1 §22.9.2.19), so
// the first
// "_" of what looks so is written as such a number. libxlsxwriter leaves that
// to its caller.
std::string EscapeCellText(absl::string_view text);

// `text` if it has at most `units_max` UTF-16 units, else as much of it as
// leaves room for `end`, and `end`, which is ASCII.
std::string CutText(absl::string_view text, size_t units_max,
                    absl::string_view end);

// How many lines `text` takes in a column of that many letters (1 or more),
// where words are not torn but when they are longer than the column.
size_t LinesOf(absl::string_view text, size_t letters);

}  // namespace compendium
