// SPDX-License-Identifier: Apache-2.0
// Limits of findings and suggestions, with their reasons.
#pragma once

#include <cstddef>

namespace compendium {

// Most findings and most suggestions of one record: it can hold that many
// decisions (Questionnaire.decisions, Round.decisions), and what nobody can
// decide about helps nobody. Text written by people gives a few dozen at most.
inline constexpr size_t kFindingsMax = 1000;
inline constexpr size_t kSuggestionsMax = 1000;

// Most quotes of one finding: enough to see the pattern on one screen.
inline constexpr size_t kFindingEvidenceMax = 10;

// Longest words of a record inside a message; the evidence has them in full.
inline constexpr size_t kMessageQuoteBytesMax = 120;

// Longest link that is judged (Project.website_uri, Publication.link_uri).
inline constexpr size_t kLinkBytesMax = 2048;

// Most items that are compared with one another because they share something:
// mentions of one number and level, of one city and month, claims of one goal.
// People write a handful; the bound keeps a form letter from costing its
// square.
inline constexpr size_t kSameNumberMax = 32;

}  // namespace compendium
