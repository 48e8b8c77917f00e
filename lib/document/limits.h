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

// The longest answer (Answer.text and Answer.verbatim).
inline constexpr size_t kAnswerBytesMax = 262144;

// The longest id of a question (Answer.question_id).
inline constexpr size_t kQuestionIdBytesMax = 16;

// The largest table of answers and the largest round file, and their most rows
// and entries: 10,000 questionnaires, a load test of three centuries, of 12 kB
// each. They are read entry by entry: a file costs little more than its bytes.
inline constexpr size_t kAnswerTableBytesMax = 128 << 20;
inline constexpr size_t kAnswerTableRowsMax = 1'000'000;
inline constexpr size_t kRoundFileBytesMax = 128 << 20;
inline constexpr size_t kRoundFileEntriesMax = 20'000;

// Records nest eight levels deep; what nests deeper could exhaust the stack of
// a recursive reader.
inline constexpr int kRoundFileDepthMax = 64;

// The largest tree of a document that pandoc has taken apart; held in memory at
// about ten times this. The compendium of 2016 has 1.6 MB.
inline constexpr size_t kAstBytesMax = 64 << 20;

// How deep its elements may nest: each level of a list or a table takes about
// ten brackets, and a recursive reader's stack must hold them.
inline constexpr int kAstDepthMax = 500;

// How many columns or rows a cell may span. Word's tables have at most 63
// columns.
inline constexpr size_t kTableSpanMax = 200;

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
