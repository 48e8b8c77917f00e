// SPDX-License-Identifier: Apache-2.0
// The words by which English sentences speak of meetings. Every function looks
// at single tokens or a few neighbours: constant time, pure.
#pragma once

#include <cstddef>

#include "lib/extract/text_lines.h"
#include "lib/extract/token.h"

namespace compendium {

// Whether the token names a gathering: "meeting", "workshop", "SOM", "forum",
// "training" (but not of "training manual") … `last` bounds the look ahead.
bool IsMeetingNoun(const AnswerText& answer, size_t at, size_t last);

// Whether it names something that is a meeting only when a date says so:
// "committee", "board", "launch", "round", "group" …
bool IsEventNoun(const AnswerText& answer, size_t at, size_t last);

// "held", "organized", "convened", "took" (place) …: what is done to meetings.
bool IsEventVerb(const Token& token);

// "is", "was", "will", "have" …: a sentence's finite verb, not part of a title.
bool IsAuxiliary(const Token& token);

// Whether a range holds one. Linear.
bool HasAuxiliary(const AnswerText& answer, TokenRange range);

// A preposition, article or relative word, where a title that is looked for
// backwards from its noun begins at the latest.
bool StopsTitle(const Token& token);

// "the", "a", "its", "this" …
bool IsDeterminer(const Token& token);

// "two", "several", "many", "6": the words behind tell of more than one
// meeting, not of one in particular.
bool IsQuantity(const Token& token);

// "first", "Eleventh", "XVI", the number of "3rd": a place in a series, else 0.
int OrdinalAt(const AnswerText& answer, size_t at, size_t last);

// Whether a quantity that is no place in a series stands at `at`.
bool IsCount(const AnswerText& answer, size_t at, size_t last);

// The value of "two" … "twelve" or of digits; 0 or less for other words.
int CountValue(const Token& token);

// Whether a noun has the form of a plural.
bool IsPlural(const Token& token);

// The first token in a range that satisfies IsMeetingNoun (or, with
// `or_event`, IsEventNoun); range.last when there is none. Words in quotation
// marks are passed over. Linear.
size_t FindMeetingNoun(const AnswerText& answer, TokenRange range,
                       bool or_event);

}  // namespace compendium
