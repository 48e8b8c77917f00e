// SPDX-License-Identifier: Apache-2.0
// Pages of a DOCX document: their size and margins. Lengths are in twips, of
// which 1440 make an inch.
#pragma once

#include <string>

#include "absl/strings/string_view.h"

namespace compendium {

// A4 with margins of 2 cm at the sides.
inline constexpr int kPageWidthTwips = 11906;
inline constexpr int kPageHeightTwips = 16838;
inline constexpr int kSideMarginTwips = 1134;
inline constexpr int kTextWidthTwips = kPageWidthTwips - 2 * kSideMarginTwips;

// The column of questions; the answers have the rest.
inline constexpr int kQuestionWidthTwips = 2835;

// Participants stand in as many columns.
inline constexpr int kNameColumns = 3;

// The properties of a section of pages; its first page has no head and foot, if
// so wished.
std::string SectionXml(bool first_page_is_bare);

// Whether the first letter of `text` that has a direction is Hebrew, Arabic or
// of another script that is written from right to left (Unicode UAX 9, rule
// P2), or a mark says so.
bool IsRightToLeft(absl::string_view text);

}  // namespace compendium
