// SPDX-License-Identifier: Apache-2.0
// Limits of reading documents, with their reasons.
#pragma once

#include <cstddef>

namespace compendium {

// The longest remainder a record may hold (Remainder.text); a longer stretch is
// listed in pieces.
inline constexpr size_t kRemainderBytesMax = 65536;

// The most remainders a record may hold (RoundDocument.remainders).
inline constexpr size_t kRemaindersMax = 1000;

// The largest document: 64 MB, 800 times the compendium of 2016. A document of
// which nothing is understood must still fit into its list of remainders.
inline constexpr size_t kDocumentBytesMax = 64'000'000;

// A piece is cut before a character, so it may be three bytes short.
static_assert(kDocumentBytesMax <= kRemaindersMax * (kRemainderBytesMax - 3));

// The most lines of a document: what is known of each takes some 200 bytes of
// memory. The compendium of 2016 has 429.
inline constexpr size_t kDocumentLinesMax = 1'000'000;

// The most answers of a questionnaire (Questionnaire.answers).
inline constexpr size_t kAnswersMax = 100;

// A "<" opens a tag only if its ">" follows within this many bytes, so that a
// text full of "<" is still read in linear time.
inline constexpr size_t kTagBytesMax = 512;

// The longest entity that is decoded is "&#x10FFFF;".
inline constexpr size_t kEntityBytesMax = 10;

// The longest line taken for the heading of a questionnaire
// (Questionnaire.title holds 512); a longer one is prose.
inline constexpr size_t kHeadingBytesMax = 300;

// How many lines that are not blank may stand between a heading and its list
// of members.
inline constexpr int kHeadingLinesMax = 6;

// The longest table cell taken for the words of a question
// (Answer.question_as_written).
inline constexpr size_t kQuestionBytesMax = 4096;

// The longest wording that serves as a question's title in the form
// (Question.title).
inline constexpr size_t kQuestionTitleBytesMax = 1024;

}  // namespace compendium
