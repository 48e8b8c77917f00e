// SPDX-License-Identifier: Apache-2.0
// Where the title of a publication stands. Pure; linear in the range.
#pragma once

#include <vector>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// The title in an entry, words that are no sentence: what stands in quotation
// marks, else the entry without what follows the name: an address, a year or
// status in brackets, who made it.
TokenRange TitleOfEntry(const AnswerText& answer, TokenRange entry);

// The entries of a line that holds several, "Report A; Guide B".
std::vector<TokenRange> SplitEntries(const AnswerText& answer, TokenRange line);

// The titles that a sentence tells of: what stands in quotation marks, else the
// noun phrases around words such as "handbook": "a training manual", "the study
// on return". Phrases that only point ("this report") are none.
std::vector<TokenRange> TitlesInSentence(const AnswerText& answer,
                                         TokenRange sentence);

}  // namespace compendium
