// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/extract/mechanism_names.h"
#include "lib/extract/meeting_title.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// The title in the words behind a date that starts an entry or a sentence:
// ", Ankara: Objective setting workshop", ": Senior Officials’ Meeting,
// Vilnius: conclusions", ", the secretariat organized an informative meeting
// with …, aimed at …". Linear.
TitlePhrase FindTitleAfter(const AnswerText& answer,
                           const MechanismNames& names, TokenRange range);

// Where the title of an entry that starts at range.first ends: before the place
// in it, or the colon behind its noun, or at the end of its sentence. Sets
// `place` if the entry names one. Linear.
size_t EntryTitleEnd(const AnswerText& answer, TokenRange range,
                     std::optional<PlacePhrase>& place);

}  // namespace compendium
