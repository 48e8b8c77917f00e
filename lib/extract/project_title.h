// SPDX-License-Identifier: Apache-2.0
// Where the title of a project stands. Pure; linear in the range.
#pragma once

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// Whether a line is a title rather than a sentence: not long, with a capital,
// without a finite verb outside quotation marks.
bool IsTitleLine(const AnswerText& answer, TokenRange line);

// The part of a line that is the title, without quotation marks around it: up
// to a semicolon, a length of time, "– with support from", ", funded by", a
// colon before an explanation, "The project aims …".
TokenRange CutTitle(const AnswerText& answer, TokenRange line);

// The title in a sentence about a project: what stands in quotation marks
// beside the word, "called X", else what its verb is about. Empty when the
// sentence names no project.
TokenRange TitleInSentence(const AnswerText& answer, TokenRange sentence);

}  // namespace compendium
