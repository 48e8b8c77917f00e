// SPDX-License-Identifier: Apache-2.0
// Pages of a DOCX document: their size and margins. Lengths are in twips, of
// which 1440 make an inch.
#pragma once

#include <string>

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

// A section of pages.
struct DocxSection {
  bool first_page_is_bare = false;  // it has neither head nor foot
  bool is_turned = false;           // wider than tall
};

// The width between the margins.
int TextWidthTwips(bool is_turned);

// The properties of a section.
std::string SectionXml(const DocxSection& section);

}  // namespace compendium
