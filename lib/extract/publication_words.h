// SPDX-License-Identifier: Apache-2.0
// The words by which answers speak of publications. Pure; linear in the range.
#pragma once

#include <cstddef>

#include "compendium/registry/v1/questionnaire.pb.h"
#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// "report", "handbooks", "toolkit" …
bool IsPublicationNoun(const Token& token);

// How far a publication is by the words of a range; UNSPECIFIED when they do
// not say. "Being drafted" and "under development" outweigh "has been issued",
// that "draft", that "will be issued" and "forthcoming".
registry::v1::PublicationStatus PublicationStatusIn(const AnswerText& answer,
                                                    TokenRange range);

// Whether a finite verb stands in a range, outside quotation marks, that makes
// it a sentence: "is", "will", "published" with a subject before it.
bool IsSentence(const AnswerText& answer, TokenRange range);

// Whether a sentence speaks of publications named before rather than of a new
// one: "These documents will be approved …", "It was issued …". `all` is set
// when it means several of them.
bool IsRemark(const AnswerText& answer, TokenRange sentence, bool& all);

// Where the words behind a denial start that tell of something after all:
// "None so far; however, a manual …". The range's end when there are none, its
// start when the sentence denies nothing.
size_t AfterDenial(const AnswerText& answer, TokenRange sentence);

// "Report by: the secretariat": who made it, not what it is.
bool NamesMaker(const AnswerText& answer, TokenRange sentence);

}  // namespace compendium
