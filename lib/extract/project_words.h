// SPDX-License-Identifier: Apache-2.0
// The words by which answers speak of projects. Pure; linear in the range.
#pragma once

#include <cstddef>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// "project", "programme", "initiative" …
bool IsProjectNoun(const Token& token);

// Whether a range holds one.
bool NamesProject(const AnswerText& answer, TokenRange range);

// Whether a verb stands at `at` that makes a sentence of words about a project:
// "is", "will", "aims", "provides".
bool IsFiniteVerb(const AnswerText& answer, size_t at);

// Whether one stands in a range, outside quotation marks.
bool HasFiniteVerb(const AnswerText& answer, TokenRange range);

// Whether a sentence only says that there is no project, or that one might be.
bool DeniesProject(const AnswerText& answer, TokenRange sentence);

// Whether a line announces a list: "The following projects started:".
bool AnnouncesList(const AnswerText& answer, TokenRange line);

// Whether "The project aims", "The overall objective" starts at `at`: a
// sentence, also where the full stop before it is lost.
bool StartsSentence(const AnswerText& answer, size_t at, size_t last);

}  // namespace compendium
