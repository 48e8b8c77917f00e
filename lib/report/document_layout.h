// SPDX-License-Identifier: Apache-2.0
// What all formats that have pages do alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lib/report/document.h"

namespace compendium {

// The words over the list of contents.
inline constexpr char kDocumentContentsWords[] = "Contents";

// Sections down to this level stand in the contents; those below would make it
// longer than what they lead to.
inline constexpr int kContentsLevelMax = 2;

// A document with fewer sections has no contents.
inline constexpr size_t kContentsSectionsMin = 2;

// Rows with no more text than this, some ten lines, do not go on on the next
// page.
inline constexpr size_t kTogetherBytesMax = 600;

// For each section whether its pages are turned: it has a wide table, or it
// has nothing and the next one's are turned, so that no heading stands alone.
std::vector<bool> TurnedSections(const Document& document);

// Whether a row is short enough to stay on one page.
bool KeepsTogether(const DocumentRow& row);

// The texts of `parts` one after the other.
std::string TextOf(const std::vector<DocumentText>& parts);

// The sum of all columns' shares of the width.
int WidthOf(const DocumentTable& table);

}  // namespace compendium
