// SPDX-License-Identifier: Apache-2.0
// The words that a document has besides those of the records: title page,
// contents and column heads. An import knows them again, so that they are taken
// for what they are and not for something that the document says.
#pragma once

#include <array>
#include <string>

#include "absl/strings/string_view.h"
#include "lib/publish/published_round.h"

namespace compendium {

inline constexpr absl::string_view kContentsWords = "Contents";
inline constexpr absl::string_view kFocusWords = "Focus areas";
inline constexpr absl::string_view kQuestionWords = "Question";
inline constexpr absl::string_view kAnswerWords = "Answer";
inline constexpr absl::string_view kNotesWords = "Notes";

// What comes before a title in the words above a table of questions.
inline constexpr std::array<absl::string_view, 2> kCaptionBegins = {
    "Answers of ", "Questions and answers of "};

// "Completed questionnaires of 14 inter-State consultation mechanisms on
// migration".
std::string SubtitleOf(const PublishedRound& round);

// "As of revision 33 of the registry, 4 May 2016"; empty when neither is known.
std::string AsOfWords(const PublishedRound& round);

// Whether a line on its own, without what marks items, is such a subtitle, such
// words of a revision, or one of the words above.
bool IsFrameLine(absl::string_view line);

// "4 May 2016" for "2016-05-04", also with a time behind it; the text itself
// when it is no day.
std::string DayWords(absl::string_view day);

}  // namespace compendium
